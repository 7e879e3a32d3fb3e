import { startOfDay } from "@/domain/calendar/shanghai";
import { deadlineOf, isOverdue } from "@/domain/quizzes/timing";
import { db, type Tx } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { readPracticeQuizzes } from "./content";
import type { PracticeQuiz } from "./schema";

/** Keys of the quizzes that come from content/quizzes. */
const LIBRARY_PREFIX = "library/";
const SECONDS_PER_MINUTE = 60;

export type LoadedQuizzes = { readonly loaded: number; readonly withdrawn: number };

/**
 * Makes the standing practice quizzes what content/quizzes says. Safe to repeat, and in two processes at once: one row
 * for each key. What is no longer in the file is withdrawn; papers that were stored stay as they are.
 */
export async function loadQuizzes(input: { now: Date; quizzes?: readonly PracticeQuiz[] }): Promise<LoadedQuizzes> {
  const { now, quizzes = readPracticeQuizzes() } = input;
  for (const quiz of quizzes) {
    const key = `${LIBRARY_PREFIX}${quiz.key}`;
    const row = rowOf(quiz);
    await db().quiz.upsert({
      where: { key },
      create: { key, createdAt: now, ...row },
      update: row,
      select: { id: true },
    });
  }
  const keys = quizzes.map(({ key }) => `${LIBRARY_PREFIX}${key}`);
  const { count: withdrawn } = await db().quiz.updateMany({
    where: { key: { startsWith: LIBRARY_PREFIX, notIn: keys }, state: "released" },
    data: { state: "withdrawn" },
  });
  forgetRemembered();
  return { loaded: quizzes.length, withdrawn };
}

function rowOf(quiz: PracticeQuiz) {
  const { title, summary, passPercent, reviewOpens, maxAttempts, limitMinutes, opens, parts } = quiz;
  return {
    ...{ title, summary, kind: "practice", passPercent, reviewOpens, state: "released" },
    opensAt: startOfDay(opens),
    closesAt: null,
    limitSeconds: limitMinutes === undefined ? null : limitMinutes * SECONDS_PER_MINUTE,
    maxAttempts: maxAttempts ?? null,
    blueprint: JSON.stringify({ parts }),
    fixedList: null,
  };
}

/**
 * Applies a person's new time factor to what they are answering now, in the caller's transaction. Time that was given is
 * not taken back, and what ran out stays so.
 */
export async function retimeOpenAttempts(tx: Tx, given: { memberId: string; timeFactor: number; now: Date }) {
  const { memberId, timeFactor, now } = given;
  const open = await tx.attempt.findMany({
    where: { memberId, state: "open", quiz: { limitSeconds: { not: null } } },
    select: {
      ...{ id: true, startedAt: true, deadline: true },
      quiz: { select: { limitSeconds: true, closesAt: true } },
    },
  });
  for (const { id, startedAt, deadline: before, quiz } of open) {
    const deadline = deadlineOf({ startedAt, timeFactor, ...quiz });
    if (before === null || deadline === null || deadline <= before || isOverdue(before, { now })) continue;
    await tx.attempt.updateMany({ where: { id, state: "open" }, data: { deadline } });
  }
}
