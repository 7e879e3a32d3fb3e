import { FULL_FRACTION } from "@/domain/quizzes/score";
import { inSqlTransaction } from "@/lib/db/prepared";

const RAISE_COUNTS = `UPDATE recall SET right_count = right_count + 1 WHERE id IN
  (SELECT recall_id FROM response WHERE question_id = ? AND recall_id IS NOT NULL AND fraction < ${FULL_FRACTION})`;
const RAISE_RESPONSES = `UPDATE response SET fraction = ${FULL_FRACTION}
  WHERE question_id = ? AND recall_id IS NOT NULL AND fraction < ${FULL_FRACTION}`;

/**
 * Counts a question that was declared void as right in every recall that asked it. Recalls pay for answering, not for
 * being right: no points change. Answers how many; safe to repeat.
 */
export function correctRecalls({ questionId }: { questionId: string }): Promise<number> {
  return inSqlTransaction(async (sql) => {
    await sql.change(RAISE_COUNTS, [questionId]);
    return sql.change(RAISE_RESPONSES, [questionId]);
  });
}
