import "server-only";
import { notFound } from "next/navigation";
import type { PublicPaper } from "@/domain/quizzes/types";
import { gateMember } from "@/features/access/gates/page";
import { findLibraryDocument } from "@/features/library/queries";
import { placeOf, type ReviewedItem } from "@/features/mistakes/view";
import { getReceipt } from "@/features/receipts/queries";
import { getQuiz } from "@/features/quizzes/queries";
import { now } from "@/lib/clock";
import { isAppError } from "@/lib/errors";
import { readAttempt, readReview } from "./mutations/read-attempt";
import {
  findAttempt,
  getAttemptSummary,
  getPaper,
  listAttemptSummaries,
  listCorrections,
  type AttemptCorrection,
  type AttemptSummary,
  type OwnAttempt,
} from "./queries";
import type { Outcome } from "./schema";
import { outcomeOf, type Review } from "./view";

/** What `/attempts/{id}` shows: the paper while the attempt is open, its result afterwards. */
export type AttemptPage =
  | { readonly state: "open"; readonly memberId: string; readonly paper: PublicPaper }
  | { readonly state: "closed"; readonly memberId: string; readonly result: AttemptResult };

export type AttemptResult = {
  readonly summary: AttemptSummary;
  readonly passPercent: number;
  readonly closedBy: Review["closedBy"];
  readonly outcome: Outcome;
  /** Questions that were declared void since, and what that changed. */
  readonly corrections: readonly AttemptCorrection[];
  /** Null until the quiz lets its review be seen. */
  readonly review: readonly ReviewedItem[] | null;
};

/** Own attempts only: another person's is as if it did not exist. An attempt whose time has run out is closed here. */
export async function loadAttempt(attemptId: string): Promise<AttemptPage> {
  const { own } = await gateMember(`/attempts/${attemptId}`);
  const mine: OwnAttempt = { memberId: own.memberId, attemptId };
  const paper = await readAttempt(mine, now()).catch((error: unknown) => {
    if (isAppError(error) && error.code === "not-found") notFound();
    throw error;
  });
  if (paper.state === "open") return { state: "open", memberId: own.memberId, paper };
  return { state: "closed", memberId: own.memberId, result: await loadResult(mine) };
}

async function loadResult(mine: OwnAttempt): Promise<AttemptResult> {
  const [attempt, summary, receipt, corrections, review] = await Promise.all([
    findAttempt(mine),
    getAttemptSummary(mine),
    getReceipt(mine.attemptId),
    listCorrections(mine.attemptId),
    openReview(mine),
  ]);
  const quiz = await getQuiz(summary.quizId);
  return {
    summary,
    passPercent: quiz.passPercent,
    closedBy: attempt?.closedBy ?? "submitted",
    outcome: outcomeOf(receipt, quiz),
    corrections,
    review: review && (await withPlaces(review, mine.attemptId)),
  };
}

/** Null while the quiz keeps its review closed. */
function openReview(mine: OwnAttempt): Promise<Review | null> {
  return readReview(mine, now()).catch((error: unknown) => {
    if (isAppError(error) && error.code === "forbidden") return null;
    throw error;
  });
}

/** Numbers of the paper and library ids, for links: whoever may see the review may see them. */
async function withPlaces({ questions }: Review, attemptId: string): Promise<ReviewedItem[]> {
  const stored = new Map(
    (await getPaper(attemptId)).questions.map((question, index) => [question.id, { question, index }]),
  );
  return questions.map((reviewed) => {
    const found = stored.get(reviewed.question.id);
    return {
      ...reviewed,
      number: (found?.index ?? 0) + 1,
      questionId: found?.question.questionId ?? "",
      place: placeOf(reviewed.anchor, findLibraryDocument),
    };
  });
}

/** Lists are not endless: whoever needs older attempts finds their receipts by number. */
const LISTED_ATTEMPTS = 200;

export async function loadOwnAttempts(): Promise<AttemptSummary[]> {
  const { own } = await gateMember("/me/attempts");
  return listAttemptSummaries(own, LISTED_ATTEMPTS);
}
