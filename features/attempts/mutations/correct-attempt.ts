import { FULL_FRACTION } from "@/domain/quizzes/score";
import { isPassed } from "@/domain/quizzes/timing";
import { notify } from "@/features/notices/mutations";
import { awardPoints } from "@/features/points/mutations/award-points";
import { getQuiz, PAYS_FOR_PASSING, type Quiz } from "@/features/quizzes/queries";
import { formatScore } from "@/features/receipts/view";
import { db, inTransaction, type Tx } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { getPaper } from "../queries";

type Correction = { readonly attemptId: string; readonly questionId: string; readonly now: Date };

/**
 * Gives a closed attempt the full marks of a question that was declared void: the counted answer, score and passing are
 * set right, what was missing of the points is entered under the day of the attempt with the caps of that day, and the
 * person is told. The receipt stays as it was signed; the correction stands beside it. Score never falls. False, and
 * nothing changes, when the attempt has its full marks already: safe to repeat and to run in two processes at once.
 */
export async function correctAttempt(correction: Correction): Promise<boolean> {
  const { attemptId, questionId } = correction;
  const stored = await getPaper(attemptId);
  const asked = stored.questions.find((question) => question.questionId === questionId);
  if (!asked) return false;
  const { quizId } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { quizId: true } });
  const quiz = await getQuiz(quizId);
  return inTransaction((tx) => correctIn(tx, { ...correction, points: asked.points, quiz }));
}

async function correctIn(tx: Tx, input: Correction & { points: number; quiz: Quiz }): Promise<boolean> {
  const { attemptId, questionId, points, quiz, now } = input;
  const counted = await tx.response.findFirst({
    where: { attemptId, questionId, fraction: { lt: FULL_FRACTION } },
    select: { id: true, fraction: true },
  });
  if (counted === null) return false;
  const { id, fraction } = counted;
  const raised = await tx.response.updateMany({ where: { id, fraction }, data: { fraction: FULL_FRACTION } });
  if (raised.count === 0) return false;
  const before = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { memberId: true, score: true, maxScore: true, passed: true, closedAt: true },
  });
  const scoreBefore = before.score ?? 0;
  const scoreAfter = scoreBefore + (FULL_FRACTION - fraction) * points;
  const passedBefore = before.passed === true;
  const passedAfter = passedBefore || isPassed(scoreAfter, before.maxScore ?? 0, quiz.passPercent);
  await tx.attempt.update({ where: { id: attemptId }, data: { score: scoreAfter, passed: passedAfter } });
  const { memberId } = before;
  const isEarned = passedAfter && !passedBefore && PAYS_FOR_PASSING.has(quiz.kind);
  // As it would have been paid then: an entry stands under its own instant, with the caps of its day.
  const award = { memberId, reason: "practice-quiz", source: attemptId, now: before.closedAt ?? now } as const;
  const pointsAdded = isEarned ? (await awardPoints(tx, award)).value : 0;
  const scores = { scoreBefore, scoreAfter, passedBefore, passedAfter, pointsAdded };
  await tx.attemptCorrection.create({ data: { id: newId(now), attemptId, questionId, ...scores, at: now } });
  const told = { text: noticeOf(quiz.title, scores), href: `/attempts/${attemptId}` };
  await notify(tx, { memberId, key: `void:${questionId}:${attemptId}`, ...told, now });
  return true;
}

type Scores = {
  scoreBefore: number;
  scoreAfter: number;
  passedBefore: boolean;
  passedAfter: boolean;
  pointsAdded: number;
};

function noticeOf(title: string, { scoreBefore, scoreAfter, passedBefore, passedAfter, pointsAdded }: Scores): string {
  const scores = `“${title}”里有一道题作废，人人按满分计，你的成绩从${formatScore(scoreBefore)}分更正为${formatScore(scoreAfter)}分`;
  const passed = passedAfter && !passedBefore ? "，这一次算通过了" : "";
  return `${scores}${passed}${pointsAdded > 0 ? `，补记${pointsAdded}分积分` : ""}。`;
}
