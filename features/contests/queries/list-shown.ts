import { isOwn } from "@/domain/quizzes/own";
import { reviewOpensAt, type ReviewOpens } from "@/domain/quizzes/timing";
import { selectRows, toDate, toNullableDate, type SqlInstant } from "@/lib/db/prepared";

type Row = {
  question_id: string;
  review_opens: ReviewOpens | null;
  closes_at: SqlInstant | null;
  closed_at: SqlInstant | null;
};

/**
 * Of these local questions, those whose keys somebody may have seen: on a paper that was handed in and whose review is open,
 * under an entry or lesson, or as a question of the public library before it was corrected.
 */
export async function listShown(localIds: readonly string[], now: Date): Promise<string[]> {
  if (localIds.length === 0) return [];
  const rows = await selectRows<Row>(
    `SELECT r.question_id, q.review_opens, q.closes_at, MIN(a.closed_at) AS closed_at
     FROM response r LEFT JOIN attempt a ON a.id = r.attempt_id LEFT JOIN quiz q ON q.id = a.quiz_id
     WHERE r.question_id IN (${localIds.map(() => "?").join(", ")})
     GROUP BY r.question_id, q.review_opens, q.closes_at`,
    localIds,
  );
  const seen = new Set(rows.filter((row) => mayBeSeen(row, now)).map(({ question_id }) => question_id));
  return localIds.filter((questionId) => seen.has(questionId) || !isOwn({ questionId, origin: "local" }));
}

/** Answers outside of an attempt are explained at once. */
function mayBeSeen({ review_opens: reviewOpens, closes_at, closed_at }: Row, now: Date): boolean {
  if (reviewOpens === null || closed_at === null) return reviewOpens === null;
  const opensAt = reviewOpensAt({ reviewOpens, closesAt: toNullableDate(closes_at) }, toDate(closed_at));
  return opensAt !== null && opensAt <= now;
}
