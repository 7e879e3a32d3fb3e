import { selectRows, toDate, type SqlInstant } from "@/lib/db/prepared";

/** Somebody's best attempt at a contest; of equal ones the first. Scores in hundredths. */
export type Best = {
  readonly memberId: string;
  readonly score: number;
  readonly maxScore: number;
  readonly closedAt: Date;
};

type Row = { member_id: string; score: number; max_score: number; closed_at: SqlInstant };

/** Of everybody who is registered now and has a closed attempt. */
export async function listBests(contestId: string): Promise<Best[]> {
  const rows = await selectRows<Row>(
    `SELECT a.member_id, a.score, a.max_score, a.closed_at FROM attempt a
     JOIN contest_entry e ON e.contest_id = a.quiz_id AND e.member_id = a.member_id AND e.left_at IS NULL
     JOIN member m ON m.id = a.member_id AND m.state <> 'left'
     WHERE a.quiz_id = ? AND a.state = 'closed' ORDER BY a.member_id, a.score DESC, a.number`,
    [contestId],
  );
  const bests = new Map<string, Best>();
  for (const { member_id: memberId, score, max_score: maxScore, closed_at } of rows) {
    if (!bests.has(memberId)) bests.set(memberId, { memberId, score, maxScore, closedAt: toDate(closed_at) });
  }
  return [...bests.values()];
}
