import { nextConsoleUntil } from "@/domain/access/session";
import { db } from "@/lib/db";

/** Moves the idle limit of the consoles on; written only when it moves by more than a few minutes. */
export async function extendConsole(sessionId: string, consoleUntil: Date | null, now: Date): Promise<void> {
  const next = nextConsoleUntil(consoleUntil, now);
  if (next) await db().session.update({ where: { id: sessionId }, data: { consoleUntil: next } });
}

/** The role a person with several acts in on the consoles, from the next request on. Only a role of the person's own. */
export async function chooseRole(input: { sessionId: string; memberId: string; grantId: string }): Promise<boolean> {
  const own = await db().roleGrant.count({ where: { id: input.grantId, memberId: input.memberId, revokedAt: null } });
  if (own === 0) return false;
  await db().session.update({ where: { id: input.sessionId }, data: { activeRoleId: input.grantId } });
  return true;
}
