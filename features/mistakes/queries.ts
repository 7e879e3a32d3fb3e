import { FULL_FRACTION } from "@/domain/quizzes/score";
import { reviewOpensAt, type ReviewOpens } from "@/domain/quizzes/timing";
import type { AnswerValue } from "@/domain/quizzes/types";
import type { OwnScope } from "@/features/access/types";
import { findTakenDownQuestionIds, findVoidQuestionIds, getVersions } from "@/features/questions/queries";
import { selectRows, toDate, toNullableDate, type SqlInstant } from "@/lib/db/prepared";
import type { Mistake } from "./view";

type Row = {
  question_id: string;
  version_id: string;
  value: string;
  fraction: number;
  attempt_id: string | null;
  closed_at: SqlInstant | null;
  review_opens: ReviewOpens | null;
  closes_at: SqlInstant | null;
};

/**
 * Questions whose latest answer of this person was not fully right, the latest first; what was left open is no answer.
 * A question whose latest answer stands in an attempt that may not be reviewed yet is left out altogether: its right
 * answer is not to be seen here either. So are void questions and those that were taken down.
 */
export async function listMistakes(own: OwnScope, { now, limit }: { now: Date; limit: number }): Promise<Mistake[]> {
  const rows = await selectRows<Row>(
    `SELECT r.question_id, r.version_id, r.value, r.fraction, r.attempt_id, a.closed_at, q.review_opens, q.closes_at
     FROM (SELECT id, question_id, version_id, value, fraction, attempt_id,
                  ROW_NUMBER() OVER (PARTITION BY question_id ORDER BY id DESC) AS place
           FROM response WHERE member_id = ? AND value IS NOT NULL) r
     LEFT JOIN attempt a ON a.id = r.attempt_id
     LEFT JOIN quiz q ON q.id = a.quiz_id
     WHERE r.place = 1 AND r.fraction < ${FULL_FRACTION}
     ORDER BY r.id DESC LIMIT ?`,
    [own.memberId, limit],
  );
  const [voided, takenDown] = await Promise.all([findVoidQuestionIds(), findTakenDownQuestionIds()]);
  const shown = rows.filter(
    (row) => !voided.has(row.question_id) && !takenDown.has(row.question_id) && mayBeSeen(row, now),
  );
  const versions = await getVersions(shown.map(({ version_id }) => version_id));
  return shown.flatMap(({ version_id, value, fraction }): Mistake[] => {
    const version = versions.get(version_id);
    return version ? [{ version, value: JSON.parse(value) as AnswerValue, fraction }] : [];
  });
}

/** Recalls show their answers at once; attempts when the quiz opens its review. */
function mayBeSeen({ attempt_id, closed_at, review_opens, closes_at }: Row, now: Date): boolean {
  if (attempt_id === null) return true;
  if (closed_at === null || review_opens === null) return false;
  const opensAt = reviewOpensAt({ reviewOpens: review_opens, closesAt: toNullableDate(closes_at) }, toDate(closed_at));
  return opensAt !== null && opensAt <= now;
}
