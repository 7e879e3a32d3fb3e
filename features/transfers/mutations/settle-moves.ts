import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { settleLogins } from "@/features/members/mutations/settle-logins";
import { db, inTransaction } from "@/lib/db";

/** How long a server may have been down without a move being missed. */
const LOOK_BACK_DAYS = 30;

/**
 * Moves of employment whose first day has come, and employment whose last day is over: logins follow the employer of
 * today. The dated rows were written when it was agreed on. Safe to repeat. Answers how many people were looked at.
 */
export async function settleMoves(now: Date): Promise<number> {
  const today = businessDateOf(now);
  const rows = await db().transfer.findMany({
    where: { kind: "employment", state: "done", since: { gte: addDays(today, -LOOK_BACK_DAYS), lte: today } },
    select: { memberId: true, closedById: true },
    distinct: ["memberId"],
  });
  const ended = await db().employment.findMany({
    where: { until: { gte: addDays(today, -LOOK_BACK_DAYS), lt: today }, member: { state: { not: "left" } } },
    select: { memberId: true },
    distinct: ["memberId"],
  });
  const actors = new Map<string, string | null>(ended.map(({ memberId }) => [memberId, null]));
  for (const { memberId, closedById } of rows) actors.set(memberId, closedById);
  for (const [memberId, actorId] of actors) {
    await inTransaction((tx) => settleLogins(tx, { memberId, actorId, now }));
  }
  return actors.size;
}
