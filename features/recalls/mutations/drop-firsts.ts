import { inTransaction } from "@/lib/db";
import { selectRows, sqlOf } from "@/lib/db/prepared";
import { renewRecallTotals } from "./rebuild-recall-totals";

/** People of one transaction. */
const AT_ONCE = 20;

const HOLDERS = "SELECT DISTINCT member_id FROM response WHERE question_id = ? AND first = TRUE ORDER BY member_id";
const UNMARK = "UPDATE response SET first = FALSE WHERE member_id = ? AND question_id = ? AND first = TRUE";

/**
 * Takes a question that was declared void out of the recall rate: what anybody answered to it first says nothing of what
 * they remembered. Whoever is in the middle keeps the rest. Safe to repeat, and to stop halfway; answers how many people
 * it concerned.
 */
export async function dropFirsts({ questionId }: { questionId: string }): Promise<number> {
  const holders = (await selectRows<{ member_id: string }>(HOLDERS, [questionId])).map((row) => row.member_id);
  for (let start = 0; start < holders.length; start += AT_ONCE) {
    const some = holders.slice(start, start + AT_ONCE);
    await inTransaction(async (tx) => {
      for (const memberId of some) {
        await sqlOf(tx).change(UNMARK, [memberId, questionId]);
        await renewRecallTotals(tx, memberId);
      }
    });
  }
  return holders.length;
}
