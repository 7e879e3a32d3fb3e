import { isOverdue } from "@/domain/quizzes/timing";
import type { AnswerValue, AttemptState, Draft, StoredPaper } from "@/domain/quizzes/types";
import type { OwnScope } from "@/features/access/types";
import { BoundedMap } from "@/lib/bounded-map";
import { db } from "@/lib/db";
import { selectRows, toBoolean, toDate, toNullableDate, type SqlBoolean, type SqlInstant } from "@/lib/db/prepared";
import { singleton } from "@/lib/singleton";

/** An attempt without its paper, which never changes and is kept apart. */
export type Attempt = {
  readonly id: string;
  readonly quizId: string;
  readonly memberId: string;
  readonly state: AttemptState;
  readonly startedAt: Date;
  readonly deadline: Date | null;
  readonly draft: Draft;
  readonly draftVersion: number;
  /** Answers that came after the closing. */
  readonly late: Draft;
  readonly closedAt: Date | null;
  readonly closedBy: "submitted" | "expired" | null;
  readonly passed: boolean;
};

type AttemptRow = {
  id: string;
  quiz_id: string;
  member_id: string;
  state: AttemptState;
  started_at: SqlInstant;
  deadline: SqlInstant | null;
  draft: string;
  draft_version: number;
  late: string | null;
  closed_at: SqlInstant | null;
  closed_by: "submitted" | "expired" | null;
  passed: SqlBoolean | null;
};

const toAttempt = (row: AttemptRow): Attempt => ({
  id: row.id,
  quizId: row.quiz_id,
  memberId: row.member_id,
  state: row.state,
  startedAt: toDate(row.started_at),
  deadline: toNullableDate(row.deadline),
  draft: JSON.parse(row.draft) as Draft,
  draftVersion: row.draft_version,
  late: row.late === null ? {} : (JSON.parse(row.late) as Draft),
  closedAt: toNullableDate(row.closed_at),
  closedBy: row.closed_by,
  passed: row.passed !== null && toBoolean(row.passed),
});

const SELECT_ATTEMPT = `SELECT id, quiz_id, member_id, state, started_at, deadline, draft, draft_version, late, closed_at,
  closed_by, passed FROM attempt`;

export type OwnAttempt = { readonly memberId: string; readonly attemptId: string };

/** The person's own attempt; null when there is none, or it is another person's. */
export async function findAttempt({ memberId, attemptId }: OwnAttempt): Promise<Attempt | null> {
  const [row] = await selectRows<AttemptRow>(`${SELECT_ATTEMPT} WHERE id = ? AND member_id = ?`, [attemptId, memberId]);
  return row ? toAttempt(row) : null;
}

/** Everything that one person has left open. */
export async function listOpenAttempts({ memberId }: { memberId: string }): Promise<Attempt[]> {
  const rows = await selectRows<AttemptRow>(`${SELECT_ATTEMPT} WHERE state = 'open' AND member_id = ?`, [memberId]);
  return rows.map(toAttempt);
}

/** Open attempts whose deadline and grace have passed, the longest overdue first. */
export async function listOverdueAttempts({ now, limit }: { now: Date; limit: number }): Promise<Attempt[]> {
  const rows = await selectRows<AttemptRow>(
    `${SELECT_ATTEMPT} WHERE state = 'open' AND deadline < ? ORDER BY deadline LIMIT ?`,
    [now, limit],
  );
  return rows.map(toAttempt).filter(({ deadline }) => isOverdue(deadline, { now }));
}

/** What starting needs to know of a person: their time factor and their latest attempt at the quiz. */
export type StartingPoint = {
  readonly timeFactor: number;
  /** Numbers run from 1 without a gap, so the latest one says how many there were. */
  readonly latest: { readonly id: string; readonly number: number; readonly isOpen: boolean } | null;
};

export async function getStartingPoint(input: { memberId: string; quizId: string }): Promise<StartingPoint> {
  type Row = { time_factor: number; id: string | null; number: number | null; state: AttemptState | null };
  const [row] = await selectRows<Row>(
    `SELECT m.time_factor, a.id, a.number, a.state FROM member m
     LEFT JOIN attempt a ON a.member_id = m.id AND a.quiz_id = ?
     WHERE m.id = ? ORDER BY a.number DESC LIMIT 1`,
    [input.quizId, input.memberId],
  );
  if (!row) throw new Error(`No member ${input.memberId}`);
  const { id, number, state } = row;
  const latest = id === null || number === null ? null : { id, number, isOpen: state === "open" };
  return { timeFactor: row.time_factor, latest };
}

/** Papers never change; one of twenty questions takes some 10 KiB. */
const KEPT_PAPERS = 2_000;
const paperCache = () => singleton("attempts.papers", () => new BoundedMap<string, StoredPaper>(KEPT_PAPERS));

/** Spares reading a paper again that was just stored. */
export function keepPaper(attemptId: string, paper: StoredPaper): void {
  paperCache().set(attemptId, paper);
}

/** The stored paper of an attempt that exists. It holds no keys, but the way from opaque ids to them. */
export async function getPaper(attemptId: string): Promise<StoredPaper> {
  const known = paperCache().get(attemptId);
  if (known) return known;
  const [row] = await selectRows<{ paper: string }>("SELECT paper FROM attempt WHERE id = ?", [attemptId]);
  if (!row) throw new Error(`No attempt ${attemptId}`);
  const paper = JSON.parse(row.paper) as StoredPaper;
  keepPaper(attemptId, paper);
  return paper;
}

/** One answer as it was counted. */
export type CountedResponse = {
  /** In the question version's own keys; null when unanswered. */
  readonly value: AnswerValue | null;
  /** 0 to 100. */
  readonly fraction: number;
};

/** What was counted of a closed attempt, by question id. */
export async function listResponses(attemptId: string): Promise<ReadonlyMap<string, CountedResponse>> {
  const rows = await selectRows<{ question_id: string; value: string | null; fraction: number }>(
    "SELECT question_id, value, fraction FROM response WHERE attempt_id = ?",
    [attemptId],
  );
  return new Map(
    rows.map(({ question_id, value, fraction }) => [
      question_id,
      { value: value === null ? null : (JSON.parse(value) as AnswerValue), fraction },
    ]),
  );
}

/** What the voiding of a question changed in a closed attempt. Scores in hundredths. */
export type AttemptCorrection = {
  readonly questionId: string;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  readonly pointsAdded: number;
  readonly at: Date;
};

/** In the order in which they were made. */
export function listCorrections(attemptId: string): Promise<AttemptCorrection[]> {
  return db().attemptCorrection.findMany({
    where: { attemptId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { questionId: true, scoreBefore: true, scoreAfter: true, pointsAdded: true, at: true },
  });
}

/** One own attempt in a list. Scores in hundredths, null while it is open. */
export type AttemptSummary = {
  readonly id: string;
  readonly quizId: string;
  readonly title: string;
  readonly number: number;
  readonly state: AttemptState;
  readonly startedAt: Date;
  readonly closedAt: Date | null;
  readonly score: number | null;
  readonly maxScore: number | null;
  readonly passed: boolean;
};

type SummaryRow = Pick<AttemptRow, "id" | "quiz_id" | "state" | "started_at" | "closed_at" | "passed"> & {
  title: string;
  number: number;
  score: number | null;
  max_score: number | null;
};

const SELECT_SUMMARY = `SELECT a.id, a.quiz_id, q.title, a.number, a.state, a.started_at, a.closed_at, a.score, a.max_score,
  a.passed FROM attempt a JOIN quiz q ON q.id = a.quiz_id`;

const toSummary = (row: SummaryRow): AttemptSummary => ({
  id: row.id,
  quizId: row.quiz_id,
  title: row.title,
  number: row.number,
  state: row.state,
  startedAt: toDate(row.started_at),
  closedAt: toNullableDate(row.closed_at),
  score: row.score,
  maxScore: row.max_score,
  passed: row.passed !== null && toBoolean(row.passed),
});

/** The person's own attempts, the latest first. */
export async function listAttemptSummaries(own: OwnScope, limit: number): Promise<AttemptSummary[]> {
  const rows = await selectRows<SummaryRow>(
    `${SELECT_SUMMARY} WHERE a.member_id = ? ORDER BY a.started_at DESC, a.id DESC LIMIT ?`,
    [own.memberId, limit],
  );
  return rows.map(toSummary);
}

/** One own attempt. Throws when there is none, or it is another person's. */
export async function getAttemptSummary({ memberId, attemptId }: OwnAttempt): Promise<AttemptSummary> {
  const [row] = await selectRows<SummaryRow>(`${SELECT_SUMMARY} WHERE a.member_id = ? AND a.id = ?`, [
    memberId,
    attemptId,
  ]);
  if (!row) throw new Error(`No attempt ${attemptId}`);
  return toSummary(row);
}
