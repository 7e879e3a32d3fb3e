import { storePaper } from "@/domain/quizzes/paper";
import type { StoredPaper } from "@/domain/quizzes/types";
import { attemptsLeft, deadlineOf, quizPhase } from "@/domain/quizzes/timing";
import { formatInstant } from "@/domain/calendar/labels";
import { findContestPaper } from "@/features/contests/queries/find-paper";
import { drawPaperQuestions, findQuiz, type Quiz } from "@/features/quizzes/queries";
import { NOT_ENOUGH_QUESTIONS } from "@/features/quizzes/view";
import { isUniqueViolation } from "@/lib/db";
import { changeRows } from "@/lib/db/prepared";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/randomness";
import { findAttempt, getStartingPoint, keepPaper, type Attempt, type StartingPoint } from "../queries";
import { closedIfOverdue } from "./close-attempt";

type StartInput = {
  readonly memberId: string;
  readonly quizId: string;
  /** Of the paper; different for every attempt. */
  readonly seed: string;
  readonly now: Date;
};

export type Started = { readonly attempt: Attempt; readonly quiz: Quiz; readonly isNew: boolean };

/**
 * Starts an attempt with its paper stored, or finds the one that is open. The number of an attempt is unique for quiz
 * and member, so that of two that start at once one is new and the other gets the same. Throws `not-found`,
 * `quiz-not-open`, `attempts-used-up`.
 */
export async function startAttempt(input: StartInput): Promise<Started> {
  const { memberId, quizId, now } = input;
  const quiz = await findQuiz(quizId);
  if (!quiz || quiz.state === "draft") throw new AppError("not-found", "没有这份测验。");
  const point = await getStartingPoint({ memberId, quizId });
  const open = await openAttempt(point, { memberId, now });
  if (open) return { attempt: open, quiz, isNew: false };
  refuseClosedQuiz(quiz, now);
  if (attemptsLeft(quiz.maxAttempts, point.latest?.number ?? 0) === 0) {
    throw new AppError("attempts-used-up", `这份测验最多答${quiz.maxAttempts ?? 0}次，已经用完，以最好的一次为准。`);
  }
  try {
    return { attempt: await storeAttempt(input, quiz, point), quiz, isNew: true };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const other = await openAttempt(await getStartingPoint({ memberId, quizId }), { memberId, now });
    if (!other) throw new AppError("conflict", "这次作答刚刚在别处开始又结束了，请刷新后再看。");
    return { attempt: other, quiz, isNew: false };
  }
}

async function openAttempt(
  { latest }: StartingPoint,
  { memberId, now }: { memberId: string; now: Date },
): Promise<Attempt | null> {
  if (!latest?.isOpen) return null;
  const attempt = await findAttempt({ memberId, attemptId: latest.id });
  if (!attempt) return null;
  const current = await closedIfOverdue(attempt, now);
  return current.state === "open" ? current : null;
}

function refuseClosedQuiz(quiz: Quiz, now: Date): void {
  if (quiz.state === "withdrawn") throw new AppError("quiz-not-open", "这份测验已经收回，不能再开始。");
  const phase = quizPhase(quiz, { now });
  if (phase === "upcoming") {
    throw new AppError("quiz-not-open", `这份测验还没有开放，${formatInstant(quiz.opensAt)}起可以作答。`);
  }
  if (phase === "ended") throw new AppError("quiz-not-open", "这份测验已经结束，不能再开始。");
}

async function drawnPaper(quiz: Quiz, seed: string): Promise<StoredPaper> {
  const questions = await drawPaperQuestions(quiz, seed);
  if (!questions) throw new AppError("quiz-not-open", NOT_ENOUGH_QUESTIONS);
  return storePaper({ questions, seed });
}

/** A contest's papers are fixed by its seal; whoever registered has theirs already. */
async function registeredPaper({ memberId, quizId }: StartInput, number: number): Promise<StoredPaper> {
  const paper = await findContestPaper({ contestId: quizId, memberId, number });
  if (!paper) throw new AppError("quiz-not-open", "参加竞赛要先报名，报了名就可以开始。");
  return paper;
}

const INSERT_ATTEMPT = `INSERT INTO attempt (id, quiz_id, member_id, number, started_at, deadline, paper)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;

async function storeAttempt(input: StartInput, quiz: Quiz, point: StartingPoint): Promise<Attempt> {
  const { memberId, seed, now } = input;
  const number = (point.latest?.number ?? 0) + 1;
  const paper = await (quiz.kind === "contest" ? registeredPaper(input, number) : drawnPaper(quiz, seed));
  const { limitSeconds, closesAt } = quiz;
  const attempt: Attempt = {
    id: newId(now),
    quizId: quiz.id,
    memberId,
    state: "open",
    startedAt: now,
    deadline: deadlineOf({ startedAt: now, limitSeconds, timeFactor: point.timeFactor, closesAt }),
    draft: {},
    draftVersion: 0,
    late: {},
    closedAt: null,
    closedBy: null,
    passed: false,
  };
  await changeRows(INSERT_ATTEMPT, [
    ...[attempt.id, attempt.quizId, memberId, number, attempt.startedAt, attempt.deadline],
    JSON.stringify(paper),
  ]);
  keepPaper(attempt.id, paper);
  return attempt;
}
