import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { settleLogins } from "@/features/members/mutations/settle-logins";
import { db, inTransaction } from "@/lib/db";

/** How long a server may have been down without a move being missed. */
const LOOK_BACK_DAYS = 30;

/**
 * Moves of employment whose first day has come: their logins follow the new employer. The dated rows were written when
 * the move was agreed on. Safe to repeat. Answers how many people were looked at.
 */
export async function settleMoves(now: Date): Promise<number> {
  const today = businessDateOf(now);
  const rows = await db().transfer.findMany({
    where: { kind: "employment", state: "done", since: { gte: addDays(today, -LOOK_BACK_DAYS), lte: today } },
    select: { memberId: true, closedById: true },
    distinct: ["memberId"],
  });
  for (const { memberId, closedById } of rows) {
    await inTransaction((tx) => settleLogins(tx, { memberId, actorId: closedById, now }));
  }
  return rows.length;
}
