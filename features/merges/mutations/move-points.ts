import { mergeLedgers } from "@/domain/points/merge";
import { lockLedger, postEntries } from "@/features/points/mutations/post-entry";
import { listEntries } from "@/features/points/queries";
import type { Tx } from "@/lib/db";
import type { Pair } from "../types";

/** The ledger by reversal and re-entry; answers the points that are not counted twice. Safe to repeat. */
export async function movePoints(tx: Tx, { keptId, goneId, now }: Pair & { now: Date }): Promise<{ lost: number }> {
  for (const memberId of [keptId, goneId].sort()) await lockLedger(tx, { memberId, day: "" });
  const [kept, gone] = [await listEntries(tx, keptId), await listEntries(tx, goneId)];
  const { reversals, entries, lost } = mergeLedgers({ kept, gone, keptId, now });
  await postEntries(tx, reversals);
  await postEntries(tx, entries);
  return { lost };
}

/**
 * Races: the kept account takes the other one's part where it has none. In closed quarters the archive stays as it was
 * settled, and a second place of the same person loses its name.
 */
export async function moveSeasons(tx: Tx, { keptId, goneId }: Pair): Promise<void> {
  const joined = await tx.seasonEntry.findMany({ where: { memberId: keptId }, select: { quarter: true } });
  const rest = { memberId: goneId, quarter: { notIn: joined.map((row) => row.quarter) } };
  await tx.seasonEntry.updateMany({ where: rest, data: { memberId: keptId } });
  await tx.seasonEntry.deleteMany({ where: { memberId: goneId } });
  const registered = await tx.contestEntry.findMany({ where: { memberId: keptId }, select: { contestId: true } });
  const others = { memberId: goneId, contestId: { notIn: registered.map(({ contestId }) => contestId) } };
  await tx.contestEntry.updateMany({ where: others, data: { memberId: keptId } });
  await tx.contestEntry.deleteMany({ where: { memberId: goneId } });
  const objecting = await tx.seasonObjection.findMany({
    where: { memberId: keptId, state: "open" },
    select: { quarter: true },
  });
  for (const { id, quarter, state } of await tx.seasonObjection.findMany({ where: { memberId: goneId } })) {
    const isOpen = state === "open" && !objecting.some((open) => open.quarter === quarter);
    const data = isOpen ? { openKey: `${quarter}:${keptId}` } : { openKey: null };
    const ended = state === "open" && !isOpen ? { state: "withdrawn" } : {};
    await tx.seasonObjection.update({ where: { id }, data: { memberId: keptId, ...data, ...ended } });
  }
  const placed = await tx.seasonPlace.findMany({ where: { memberId: keptId }, select: { quarter: true } });
  const free = { memberId: goneId, quarter: { notIn: placed.map((row) => row.quarter) } };
  await tx.seasonPlace.updateMany({ where: free, data: { memberId: keptId } });
  await tx.seasonPlace.updateMany({ where: { memberId: goneId }, data: { memberId: null, showName: false } });
}
