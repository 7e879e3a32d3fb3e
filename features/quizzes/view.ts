import { FULL_FRACTION } from "@/domain/quizzes/score";
import { attemptsLeft, quizPhase, type QuizPhase } from "@/domain/quizzes/timing";
import { FIXED_LIST_POINTS } from "./constants";
import type { OfferedQuiz, Quiz, Standing } from "./queries";
import type { QuizItem, QuizList } from "./schema";

/** Why a paper cannot be had although the quiz is open. */
export const NOT_ENOUGH_QUESTIONS = "题库里的题目暂时不够组成这份试卷，请过些时候再来，或先答别的测验。";

const PERCENT = 100;

type Input = {
  readonly quizzes: readonly OfferedQuiz[];
  readonly standings: ReadonlyMap<string, Standing>;
  /** Percent. */
  readonly timeFactor: number;
  readonly now: Date;
};

/** Quizzes as GET /api/v1/quizzes shows them: open and upcoming ones by their opening, past ones the latest first. */
export function quizListOf({ quizzes, standings, timeFactor, now }: Input): QuizList {
  const inPhase = (phase: QuizPhase): QuizItem[] =>
    quizzes
      .filter((quiz) => quizPhase(quiz, { now }) === phase)
      .map((quiz) => quizItemOf(quiz, standings.get(quiz.id), timeFactor));
  return {
    serverTime: now.toISOString(),
    open: inPhase("open"),
    upcoming: inPhase("upcoming"),
    past: inPhase("ended").reverse(),
  };
}

function quizItemOf(quiz: OfferedQuiz, standing: Standing | undefined, timeFactor: number): QuizItem {
  const { id, title, summary, kind, maxAttempts, passPercent, reviewOpens } = quiz;
  return {
    ...{ id, title, summary, kind },
    opensAt: quiz.opensAt.toISOString(),
    closesAt: quiz.closesAt?.toISOString() ?? null,
    limitSeconds: quiz.limitSeconds === null ? null : Math.floor((quiz.limitSeconds * timeFactor) / PERCENT),
    ...sizeOf(quiz),
    ...{ maxAttempts, passPercent, reviewOpens },
    notice: quiz.canBeFilled ? null : NOT_ENOUGH_QUESTIONS,
    own: ownOf(standing ?? NOT_YET, maxAttempts),
  };
}

const NOT_YET: Omit<Standing, "quizId"> = {
  attempts: 0,
  openAttemptId: null,
  latestAttemptId: null,
  bestScore: null,
  bestMaxScore: null,
  passed: false,
};

function ownOf(standing: Omit<Standing, "quizId">, maxAttempts: number | null): QuizItem["own"] {
  const { attempts, openAttemptId, latestAttemptId, bestScore, bestMaxScore, passed } = standing;
  return {
    ...{ attempts, attemptsLeft: attemptsLeft(maxAttempts, attempts), openAttemptId, latestAttemptId },
    ...{ bestScore, bestMaxScore, passed },
  };
}

function sizeOf({ fixedList, blueprint }: Quiz): { questions: number; maxScore: number } {
  const parts = fixedList ? [{ count: fixedList.length, points: FIXED_LIST_POINTS }] : (blueprint?.parts ?? []);
  return {
    questions: parts.reduce((sum, { count }) => sum + count, 0),
    maxScore: parts.reduce((sum, { count, points }) => sum + count * points * FULL_FRACTION, 0),
  };
}
