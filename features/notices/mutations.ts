import { db, type Tx } from "@/lib/db";

/** A short word to one person, written in the transaction of the act it speaks of; the same key is told once. */
export async function notify(tx: Tx, input: { memberId: string; key: string; text: string; now: Date }): Promise<void> {
  const { memberId, key, text, now } = input;
  await tx.notice.upsert({
    where: { memberId_key: { memberId, key } },
    create: { memberId, key, text, createdAt: now },
    update: {},
  });
}

export async function markNoticesRead(memberId: string, now: Date): Promise<void> {
  await db().notice.updateMany({ where: { memberId, readAt: null }, data: { readAt: now } });
}
