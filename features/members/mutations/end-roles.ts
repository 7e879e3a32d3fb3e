import { audit } from "@/features/audit/mutations";
import type { Tx } from "@/lib/db";

type Leaving = { memberId: string; placeId: string; last: string; actorId: string; now: Date };

/** Nobody keeps an office over a place that they left: `last` is the last day there. One still to begin is taken back. */
export async function endRolesOver(tx: Tx, { memberId, placeId, last, actorId, now }: Leaving): Promise<void> {
  const held = await tx.roleGrant.findMany({
    where: {
      ...{ memberId, scopeId: placeId, revokedAt: null },
      role: { in: ["study-officer", "branch-secretary", "party-worker"] },
      OR: [{ until: null }, { until: { gt: last } }],
    },
  });
  for (const grant of held) {
    const data = last < grant.since ? { revokedAt: now } : { until: last };
    await tx.roleGrant.update({ where: { id: grant.id }, data });
    const about = { grantId: grant.id, role: grant.role, scopeId: placeId };
    const detail = { ...about, before: { until: grant.until }, after: { until: last } };
    await audit(tx, { actorId, action: "role.end", subjectKind: "member", subjectId: memberId, detail, now });
  }
}
