import type { Tx } from "@/lib/db";

/**
 * Takes the member's row for this transaction, so that two acts about one person come one after the other on both
 * engines (SQLite has one writer anyway). False when there is no such member or the person has left the zone.
 */
export async function lockMember(tx: Tx, memberId: string): Promise<boolean> {
  const locked = await tx.member.updateMany({
    where: { id: memberId, state: { not: "left" } },
    data: { id: memberId },
  });
  return locked.count === 1;
}
