import { db } from "@/lib/db";

/** The role a person with several acts in on the consoles. The grant must be the person's own. */
export async function chooseRole(input: { sessionId: string; memberId: string; grantId: string }): Promise<boolean> {
  const own = await db().roleGrant.count({ where: { id: input.grantId, memberId: input.memberId, revokedAt: null } });
  if (own === 0) return false;
  await db().session.update({ where: { id: input.sessionId }, data: { activeRoleId: input.grantId } });
  return true;
}
