import { drawQuestions, type DrawResult } from "@/domain/quizzes/draw";
import { isOwn } from "@/domain/quizzes/own";
import type { PaperQuestion } from "@/domain/quizzes/paper";
import type { ReviewOpens } from "@/domain/quizzes/timing";
import type { Blueprint } from "@/domain/quizzes/types";
import type { OwnScope } from "@/features/access/types";
import { getVersions, listDrawable, type Drawable } from "@/features/questions/queries";
import { selectRows, toBoolean, toDate, toNullableDate, type SqlBoolean, type SqlInstant } from "@/lib/db/prepared";
import { remembered } from "@/lib/remembered";
import { FIXED_LIST_POINTS } from "./constants";

export type QuizKind = "practice" | "assigned" | "load" | "contest";
/** Passing one of these is a passed practice quiz of the table of points; assignments and contests have lines of their own. */
export const PAYS_FOR_PASSING: ReadonlySet<QuizKind> = new Set(["practice", "load"]);

export type QuizState = "draft" | "released" | "withdrawn";

export type Quiz = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: QuizKind;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly limitSeconds: number | null;
  readonly maxAttempts: number | null;
  readonly passPercent: number;
  readonly reviewOpens: ReviewOpens;
  readonly blueprint: Blueprint | null;
  /** Question ids; null when a blueprint says what is drawn. */
  readonly fixedList: readonly string[] | null;
  readonly state: QuizState;
};

type QuizRow = {
  id: string;
  title: string;
  summary: string;
  kind: QuizKind;
  opens_at: SqlInstant;
  closes_at: SqlInstant | null;
  limit_seconds: number | null;
  max_attempts: number | null;
  pass_percent: number;
  review_opens: ReviewOpens;
  blueprint: string | null;
  fixed_list: string | null;
  state: QuizState;
};

const SELECT_QUIZ = `SELECT id, title, summary, kind, opens_at, closes_at, limit_seconds, max_attempts, pass_percent,
  review_opens, blueprint, fixed_list, state FROM quiz`;

const toQuiz = (row: QuizRow): Quiz => ({
  id: row.id,
  title: row.title,
  summary: row.summary,
  kind: row.kind,
  opensAt: toDate(row.opens_at),
  closesAt: toNullableDate(row.closes_at),
  limitSeconds: row.limit_seconds,
  maxAttempts: row.max_attempts,
  passPercent: row.pass_percent,
  reviewOpens: row.review_opens,
  blueprint: row.blueprint === null ? null : (JSON.parse(row.blueprint) as Blueprint),
  fixedList: row.fixed_list === null ? null : (JSON.parse(row.fixed_list) as string[]),
  state: row.state,
});

/** Every quiz, at most five seconds old. */
function quizzesById(): Promise<ReadonlyMap<string, Quiz>> {
  return remembered("quizzes.all", async () => {
    const rows = await selectRows<QuizRow>(`${SELECT_QUIZ} ORDER BY opens_at, id`);
    return new Map(rows.map((row) => [row.id, toQuiz(row)]));
  });
}

/** A quiz in whatever state, at most five seconds old; one that was just made is found at once. */
export async function findQuiz(quizId: string): Promise<Quiz | null> {
  const known = (await quizzesById()).get(quizId);
  if (known) return known;
  const [row] = await selectRows<QuizRow>(`${SELECT_QUIZ} WHERE id = ?`, [quizId]);
  return row ? toQuiz(row) : null;
}

/** As `findQuiz`; throws when there is none. */
export async function getQuiz(quizId: string): Promise<Quiz> {
  const quiz = await findQuiz(quizId);
  if (!quiz) throw new Error(`No quiz ${quizId}`);
  return quiz;
}

/** A released quiz, and whether the question bank of now can fill its paper. */
type OfferedRow = Quiz & { readonly kind: Exclude<QuizKind, "contest"> };
export type OfferedQuiz = OfferedRow & { readonly canBeFilled: boolean };

/** Released quizzes in order of opening, at most five seconds old. Contests, which one registers for, stand elsewhere. */
export function listOfferedQuizzes(): Promise<readonly OfferedQuiz[]> {
  return remembered("quizzes.offered", async () => {
    const [quizzes, bank] = await Promise.all([quizzesById(), listDrawable()]);
    return [...quizzes.values()]
      .filter((quiz): quiz is OfferedRow => quiz.state === "released" && quiz.kind !== "contest")
      .map((quiz) => ({ ...quiz, canBeFilled: drawFrom(bank, quiz, "feasible").ok }));
  });
}

/**
 * A blueprint draws no question of one's own: members practise as often as they like and see the keys, which a later contest
 * wants unseen. Whoever means one to be practised names it in a list.
 */
function drawFrom(bank: readonly Drawable[], quiz: Quiz, seed: string): DrawResult {
  if (quiz.fixedList === null) {
    const unsecret = bank.filter((question) => !isOwn(question));
    return drawQuestions(unsecret, quiz.blueprint ?? { parts: [] }, seed);
  }
  const ids = new Set(bank.map(({ questionId }) => questionId));
  const missing = quiz.fixedList.filter((questionId) => !ids.has(questionId)).length;
  if (missing > 0) return { ok: false, reason: "not-enough", part: 0, missing };
  return { ok: true, questions: quiz.fixedList.map((questionId) => ({ questionId, points: FIXED_LIST_POINTS })) };
}

/** The questions of a new paper with their versions of today; null when the bank cannot fill it. Same seed and bank, same questions. */
export async function drawPaperQuestions(quiz: Quiz, seed: string): Promise<readonly PaperQuestion[] | null> {
  const bank = await listDrawable();
  const drawn = drawFrom(bank, quiz, seed);
  if (!drawn.ok || drawn.questions.length === 0) return null;
  const versionOf = new Map(bank.map(({ questionId, versionId }) => [questionId, versionId]));
  const chosen = drawn.questions.map(({ questionId, points }) => ({ points, id: versionOf.get(questionId) ?? "" }));
  const versions = await getVersions(chosen.map(({ id }) => id));
  return chosen.flatMap(({ id, points }) => {
    const version = versions.get(id);
    return version ? [{ version, points }] : [];
  });
}

/** The person's own time factor in percent. */
export async function getTimeFactor(own: OwnScope): Promise<number> {
  const [row] = await selectRows<{ time_factor: number }>("SELECT time_factor FROM member WHERE id = ?", [
    own.memberId,
  ]);
  if (!row) throw new Error(`No member ${own.memberId}`);
  return row.time_factor;
}

/** What a person did with one quiz. */
export type Standing = {
  readonly quizId: string;
  readonly attempts: number;
  readonly openAttemptId: string | null;
  /** Of the closed ones, the latest. */
  readonly latestAttemptId: string | null;
  /** Hundredths; null while no attempt is closed. */
  readonly bestScore: number | null;
  readonly bestMaxScore: number | null;
  readonly passed: boolean;
};

type StandingRow = {
  id: string;
  quiz_id: string;
  state: string;
  score: number | null;
  max_score: number | null;
  passed: SqlBoolean | null;
};

/** The person's standing in every quiz they began, by quiz id. */
export async function listStandings(own: OwnScope): Promise<ReadonlyMap<string, Standing>> {
  const rows = await selectRows<StandingRow>(
    "SELECT id, quiz_id, state, score, max_score, passed FROM attempt WHERE member_id = ? ORDER BY quiz_id, number",
    [own.memberId],
  );
  const standings = new Map<string, Standing>();
  for (const row of rows) standings.set(row.quiz_id, withAttempt(standings.get(row.quiz_id), row));
  return standings;
}

function withAttempt(before: Standing | undefined, row: StandingRow): Standing {
  const standing = before ?? {
    quizId: row.quiz_id,
    attempts: 0,
    openAttemptId: null,
    latestAttemptId: null,
    bestScore: null,
    bestMaxScore: null,
    passed: false,
  };
  const attempts = standing.attempts + 1;
  if (row.state === "open") return { ...standing, attempts, openAttemptId: row.id };
  const isBest = isBetter(row, standing);
  return {
    ...standing,
    attempts,
    latestAttemptId: row.id,
    bestScore: isBest ? row.score : standing.bestScore,
    bestMaxScore: isBest ? row.max_score : standing.bestMaxScore,
    passed: standing.passed || (row.passed !== null && toBoolean(row.passed)),
  };
}

/** By the share of the full score: papers of one quiz may be worth differently after it was changed. */
function isBetter(row: StandingRow, { bestScore, bestMaxScore }: Standing): boolean {
  if (bestScore === null || bestMaxScore === null) return true;
  return (row.score ?? 0) * bestMaxScore > bestScore * (row.max_score ?? 0);
}
