import type { PublicPaper } from "@/domain/quizzes/types";
import { findTakenDownQuestionIds, findVoidQuestionIds, getVersions } from "@/features/questions/queries";
import { getQuiz } from "@/features/quizzes/queries";
import { reviewOpensAt } from "@/domain/quizzes/timing";
import { formatInstant } from "@/domain/calendar/labels";
import { AppError } from "@/lib/errors";
import { getReceipt } from "@/features/receipts/queries";
import { getPaper, listResponses, type Attempt, type OwnAttempt } from "../queries";
import { paperOf, reviewReplyOf, type Review } from "../view";
import { currentAttempt } from "./current-attempt";

/** The paper of an attempt with what was saved. Reading closes an attempt whose time has run out; hence a mutation. */
export async function readAttempt(own: OwnAttempt, now: Date): Promise<PublicPaper> {
  return paperFor(await currentAttempt(own, now), now);
}

/** The paper of an attempt that was just read or started. */
export async function paperFor(attempt: Attempt, now: Date): Promise<PublicPaper> {
  const paper = await getPaper(attempt.id);
  const versions = await getVersions(paper.questions.map(({ versionId }) => versionId));
  const [quiz, takenDown] = await Promise.all([getQuiz(attempt.quizId), findTakenDownQuestionIds()]);
  return paperOf({ attempt, quiz, paper, versions, takenDown, now });
}

/**
 * The review of an own attempt. Throws `not-found`, `conflict` while it is open, and `forbidden` (with `reviewOpensAt`)
 * until the quiz allows it.
 */
export async function readReview(own: OwnAttempt, now: Date): Promise<Review> {
  const attempt = await currentAttempt(own, now);
  const quiz = await getQuiz(attempt.quizId);
  if (attempt.closedAt === null) throw new AppError("conflict", "还没有交卷，交卷以后才有解析。");
  refuseBeforeOpening(reviewOpensAt(quiz, attempt.closedAt), now);
  const paper = await getPaper(attempt.id);
  const [versions, receipt, responses, voided, takenDown] = await Promise.all([
    getVersions(paper.questions.map(({ versionId }) => versionId)),
    getReceipt(attempt.id),
    listResponses(attempt.id),
    findVoidQuestionIds(),
    findTakenDownQuestionIds(),
  ]);
  return reviewReplyOf({ attempt, quiz, receipt, paper, versions, responses, voided, takenDown });
}

function refuseBeforeOpening(opensAt: Date | null, now: Date): void {
  if (opensAt === null) throw new AppError("forbidden", "这份测验不开放解析。", { members: { reviewOpensAt: null } });
  if (now < opensAt) {
    const members = { reviewOpensAt: opensAt.toISOString() };
    throw new AppError("forbidden", `解析从${formatInstant(opensAt)}起开放。`, { members });
  }
}
