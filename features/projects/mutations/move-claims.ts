import { hasPlace, type ClaimState } from "@/domain/projects/claims";
import type { Tx } from "@/lib/db";
import { ended, lockProject } from "./hold-place";

/**
 * The claims of an account that is merged into another become the kept one's. Where both are alive on one project, the
 * kept account keeps the claim with the place, or else the one that came first; the other ends.
 */
export async function moveClaims(tx: Tx, input: { keptId: string; goneId: string; now: Date }): Promise<void> {
  const { keptId, goneId, now } = input;
  const rows = await tx.projectClaim.findMany({ where: { claimantKind: "member", claimantId: goneId } });
  for (const row of rows) {
    const activeKey = row.activeKey === null ? null : `${row.projectId}:member:${keptId}`;
    await lockProject(tx, row.projectId);
    const other = activeKey && (await tx.projectClaim.findUnique({ where: { activeKey } }));
    if (other) await endOne(tx, { mine: row, other, now });
    const alive = await tx.projectClaim.findUniqueOrThrow({ where: { id: row.id }, select: { activeKey: true } });
    await tx.projectClaim.update({
      where: { id: row.id },
      data: { claimantId: keptId, activeKey: alive.activeKey === null ? null : activeKey },
    });
  }
  await tx.projectClaim.updateMany({ where: { memberId: goneId }, data: { memberId: keptId } });
}

type Row = { id: string; projectId: string; ticket: number; state: string };

async function endOne(tx: Tx, { mine, other, now }: { mine: Row; other: Row; now: Date }): Promise<void> {
  const isFirst =
    hasPlace(mine.state as ClaimState) || (!hasPlace(other.state as ClaimState) && mine.ticket < other.ticket);
  // Whoever has the place is never the one that ends, so that nobody else moves up.
  const loser = isFirst ? other : mine;
  await tx.projectClaim.update({ where: { id: loser.id }, data: ended("withdrawn", now, "账号已合并") });
}
