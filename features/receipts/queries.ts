import type { Draft } from "@/domain/quizzes/types";
import { selectRows, toDate, type SqlInstant } from "@/lib/db/prepared";

/** A closed attempt's receipt as stored. */
export type StoredReceipt = {
  readonly id: string;
  readonly attemptId: string;
  readonly submittedAt: Date;
  readonly answered: number;
  readonly total: number;
  readonly score: number;
  readonly maxScore: number;
  readonly pointsAwarded: number;
  readonly digest: string;
  readonly keyId: string;
  readonly signature: string;
};

type ReceiptRow = {
  id: string;
  attempt_id: string;
  submitted_at: SqlInstant;
  answered: number;
  total: number;
  score: number;
  max_score: number;
  points_awarded: number;
  digest: string;
  key_id: string;
  signature: string;
};

const COLUMNS = `r.id, r.attempt_id, r.submitted_at, r.answered, r.total, r.score, r.max_score, r.points_awarded, r.digest,
  r.key_id, r.signature`;

const toReceipt = (row: ReceiptRow): StoredReceipt => ({
  id: row.id,
  attemptId: row.attempt_id,
  submittedAt: toDate(row.submitted_at),
  answered: row.answered,
  total: row.total,
  score: row.score,
  maxScore: row.max_score,
  pointsAwarded: row.points_awarded,
  digest: row.digest,
  keyId: row.key_id,
  signature: row.signature,
});

/** The receipt of a closed attempt. Throws when the attempt is not closed. */
export async function getReceipt(attemptId: string): Promise<StoredReceipt> {
  const [row] = await selectRows<ReceiptRow>(`SELECT ${COLUMNS} FROM receipt r WHERE r.attempt_id = ?`, [attemptId]);
  if (!row) throw new Error(`No receipt of attempt ${attemptId}`);
  return toReceipt(row);
}

/** A receipt with what its attempt keeps: the answers, and the score as it stands now. */
export type FoundReceipt = { readonly receipt: StoredReceipt; readonly draft: Draft; readonly scoreNow: number };

/** The receipt of this id; whoever knows the id may see it. */
export async function findReceipt(id: string): Promise<FoundReceipt | null> {
  const [row] = await selectRows<ReceiptRow & { draft: string; score_now: number }>(
    `SELECT ${COLUMNS}, a.draft, a.score AS score_now FROM receipt r JOIN attempt a ON a.id = r.attempt_id WHERE r.id = ?`,
    [id],
  );
  return row ? { receipt: toReceipt(row), draft: JSON.parse(row.draft) as Draft, scoreNow: row.score_now } : null;
}
