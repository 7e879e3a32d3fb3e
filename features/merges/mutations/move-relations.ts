import { joinStays } from "@/domain/people/stays";
import type { Tx } from "@/lib/db";
import type { Pair } from "../types";

/** 工作关系 and 组织关系: one history, on every day the kept account's where it has one. Rows are written anew. */
export async function moveStays(tx: Tx, { keptId, goneId }: Pair): Promise<void> {
  const both = { where: { memberId: { in: [keptId, goneId] } } };
  const employments = await tx.employment.findMany(both);
  const memberships = await tx.membership.findMany(both);
  if (employments.some((row) => row.memberId === goneId)) {
    const rows = employments.map(({ organisationId, ...row }) => ({ ...row, placeId: organisationId }));
    await tx.employment.deleteMany(both);
    await tx.employment.createMany({
      data: joinOf(rows, { keptId, goneId }).map(({ placeId, since, until, workNumber = null }) => ({
        ...{ memberId: keptId, organisationId: placeId, since, until, workNumber },
      })),
    });
  }
  if (memberships.some((row) => row.memberId === goneId)) {
    const rows = memberships.map(({ branchId, ...row }) => ({ ...row, placeId: branchId }));
    await tx.membership.deleteMany(both);
    await tx.membership.createMany({
      data: joinOf(rows, { keptId, goneId }).map(({ placeId, since, until }) => ({
        ...{ memberId: keptId, branchId: placeId, since, until },
      })),
    });
  }
}

type Row = { memberId: string; placeId: string; since: string; until: string | null; workNumber?: string | null };

function joinOf(rows: readonly Row[], { keptId, goneId }: Pair) {
  return joinStays(
    rows.filter((row) => row.memberId === keptId),
    rows.filter((row) => row.memberId === goneId),
  );
}

/** Moves still asked for about the account that goes are withdrawn; those that ended stay as its history. */
export async function endMoves(tx: Tx, { goneId, actorId, now }: Pair & { actorId: string; now: Date }): Promise<void> {
  await tx.transfer.updateMany({
    where: { memberId: goneId, state: "open" },
    data: { state: "withdrawn", closedById: actorId, closedAt: now, note: "账号已合并" },
  });
}
