import type { AnswerValue } from "@/domain/quizzes/types";
import { answerRecall } from "@/features/recalls/mutations/answer-recall";
import { db } from "@/lib/db";
import { browserOf } from "@/tests/support/attempt-calls";
import { rightAnswers } from "@/tests/support/right-answers";
import { cookieOf } from "./sign-in";

/** Right answers to the plain questions of `addPlainQuestions(prefix)`, for recalls. */
const RIGHT: Readonly<Record<string, AnswerValue>> = {
  single: "b",
  multiple: ["a", "c"],
  "true-false": true,
  fill: ["瑞金", "一九三一"],
  ordering: ["a", "b", "c", "d"],
  matching: { a: "x", b: "y", c: "z" },
};

/** A lesson whose recall asks one plain question. */
export async function addLesson(id: string, questionId: string): Promise<void> {
  await db().contentItem.create({
    data: {
      id,
      kind: "lesson",
      title: `示例${id}`,
      digest: id,
      recall: JSON.stringify([questionId]),
      loadedAt: new Date(),
    },
  });
}

/** Answers a lesson of `addLesson` right. */
export async function recall(memberId: string, contentId: string, questionId: string, now: Date): Promise<void> {
  const type = Object.keys(RIGHT).find((name) => questionId.endsWith(`-${name}`)) ?? "";
  await answerRecall({ own: { memberId }, contentId, answers: { [questionId]: RIGHT[type] }, now });
}

/** Starts a quiz and, unless it stays open, hands in right answers; gives the attempt. */
export async function takeQuiz(memberId: string, quizId: string, { isLeftOpen = false } = {}): Promise<string> {
  const browser = browserOf(await cookieOf(memberId));
  const { attemptId, ...paper } = (await browser.start(quizId)).body;
  await browser.save(attemptId, { revision: 1, answers: rightAnswers({ attemptId, ...paper }) });
  if (!isLeftOpen) await browser.submit(attemptId);
  return attemptId;
}
