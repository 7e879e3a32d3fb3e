import { FULL_FRACTION } from "@/domain/quizzes/score";
import type { Mark } from "@/domain/contests/statistics";
import type { StoredPaper } from "@/domain/quizzes/types";
import { findVoidQuestionIds } from "@/features/questions/queries";
import { selectRows } from "@/lib/db/prepared";

type Row = { attempt_id: string; member_id: string; number: number; paper: string };

/** The marks of everybody's first closed attempt in hundredths; void questions, which say nothing, are left out. */
export async function listMarks(contestId: string): Promise<Mark[][]> {
  const attempts = await selectRows<Row>(
    `SELECT id AS attempt_id, member_id, number, paper FROM attempt WHERE quiz_id = ? AND state = 'closed'
     ORDER BY member_id, number`,
    [contestId],
  );
  const fractions = await selectRows<{ attempt_id: string; question_id: string; fraction: number }>(
    `SELECT r.attempt_id, r.question_id, r.fraction FROM response r JOIN attempt a ON a.id = r.attempt_id
     WHERE a.quiz_id = ?`,
    [contestId],
  );
  const fractionOf = new Map(fractions.map((row) => [`${row.attempt_id} ${row.question_id}`, row.fraction]));
  const voided = await findVoidQuestionIds();
  const firsts = attempts.filter(({ member_id }, index) => attempts[index - 1]?.member_id !== member_id);
  return firsts.map(({ attempt_id, paper }) =>
    (JSON.parse(paper) as StoredPaper).questions
      .filter(({ questionId }) => !voided.has(questionId))
      .map(({ questionId, points }) => ({
        ...{ questionId, full: points * FULL_FRACTION },
        mark: points * (fractionOf.get(`${attempt_id} ${questionId}`) ?? 0),
      })),
  );
}
