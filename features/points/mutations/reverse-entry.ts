import { reversalOf } from "@/domain/points/ledger";
import type { Tx } from "@/lib/db";
import { lockLedger, postEntry } from "./post-entry";

/**
 * Takes one entry back inside the caller's transaction and returns the value of the reversal. A repeat changes nothing
 * and returns the same. Throws a RangeError for an entry that does not exist or is itself a reversal.
 */
export async function reverseEntry(tx: Tx, input: { entryId: string; now: Date }): Promise<{ value: number }> {
  const entry = await tx.pointsEntry.findUnique({ where: { id: input.entryId } });
  if (entry === null) throw new RangeError(`No entry ${input.entryId}`);
  await lockLedger(tx, { memberId: entry.memberId, day: entry.businessDate });
  const reversal = reversalOf(entry, input.now);
  const first = await tx.pointsEntry.findUnique({ where: { reversesId: entry.id }, select: { value: true } });
  if (first !== null) return first;
  await postEntry(tx, reversal);
  return { value: reversal.value };
}
