import { db } from "@/lib/db";

/** The log is looked back at for this long. */
const KEEP_DAYS = 30;
const ROWS = 200;

/** Removes from the outbox what was settled a month ago; answers how many. */
export async function purgeDeliveries(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 24 * 60 * 60 * 1000);
  const where = { state: { not: "queued" }, createdAt: { lt: before } };
  let removed = 0;
  for (;;) {
    const { count } = await db().delivery.deleteMany({ where, limit: ROWS });
    removed += count;
    if (count < ROWS) return removed;
  }
}
