import { businessDateOf } from "@/domain/calendar/shanghai";
import { joinStays } from "@/domain/people/stays";
import { endMoves } from "@/features/transfers/mutations/end-moves";
import { toTransfer } from "@/features/transfers/queries/find-transfer";
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

type Act = { actorId: string; now: Date };

const MERGED = "账号已合并";

/**
 * Moves of the account that goes, after its rows have moved. One agreed on for a day to come is the kept account's where
 * that has the row to come, so that its sides can go on seeing it and take it back; otherwise it is cancelled. Those still
 * asked for are withdrawn. Those that ended stay as its history.
 */
export async function moveTransfers(tx: Tx, { keptId, goneId, actorId, now }: Pair & Act): Promise<void> {
  const ahead = { memberId: goneId, state: "done", since: { gt: businessDateOf(now) } };
  for (const row of await tx.transfer.findMany({ where: ahead })) {
    const { id, toId, since } = row;
    const coming =
      toTransfer(row).kind === "membership"
        ? await tx.membership.count({ where: { memberId: keptId, branchId: toId, since } })
        : await tx.employment.count({ where: { memberId: keptId, organisationId: toId, since } });
    if (coming > 0) await tx.transfer.update({ where: { id }, data: { memberId: keptId } });
  }
  await endMoves(tx, { where: ahead, state: "cancelled", note: MERGED, actorId, now });
  await endMoves(tx, { where: { memberId: goneId, state: "open" }, state: "withdrawn", note: MERGED, actorId, now });
}
