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

/** The same for somebody who has not come in yet; false for everybody else. */
export async function lockInvited(tx: Tx, memberId: string): Promise<boolean> {
  const locked = await tx.member.updateMany({ where: { id: memberId, state: "invited" }, data: { id: memberId } });
  return locked.count === 1;
}

/** The same for somebody who has left; null for everybody else, and for an account that went into another one. */
export async function lockDeparted(tx: Tx, memberId: string): Promise<{ leftOn: string } | null> {
  const locked = await tx.member.updateMany({
    where: { id: memberId, state: "left", mergedIntoId: null },
    data: { id: memberId },
  });
  if (locked.count === 0) return null;
  const { leftOn } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { leftOn: true } });
  return { leftOn: leftOn ?? "" };
}
