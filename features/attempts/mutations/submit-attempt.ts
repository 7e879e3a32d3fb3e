import { getQuiz } from "@/features/quizzes/queries";
import { AppError } from "@/lib/errors";
import { getReceipt } from "@/features/receipts/queries";
import { type Attempt, type OwnAttempt } from "../queries";
import type { Outcome, SubmitAttemptInput } from "../schema";
import { outcomeOf } from "../view";
import { closeAttempt } from "./close-attempt";
import { attemptClosed, checkedPatch, currentAttempt, merged } from "./current-attempt";
import { keepLate } from "./keep-late";

const TRIES = 50;

/**
 * Submits an attempt once, with the answers it carries. A repeat, and the loser of two at once, gets the receipt of the
 * one that closed. Throws `not-found`, `invalid`, and `attempt-closed` with the receipt when the time had run out.
 */
export async function submitAttempt(own: OwnAttempt, sent: SubmitAttemptInput, now: Date): Promise<Outcome> {
  const arrived = { revision: sent.revision ?? 0, answers: sent.answers ?? {} };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const attempt = await currentAttempt(own, now);
    const patch = await checkedPatch(attempt, arrived);
    if (attempt.state === "closed") {
      await keepLate(attempt, patch);
      return outcomeOfClosed(attempt);
    }
    const { draft } = merged(attempt, patch);
    const receipt = await closeAttempt({ attempt, draft, closedBy: "submitted", closedAt: now, now });
    if (receipt) return outcomeOf(receipt, await getQuiz(attempt.quizId));
  }
  throw new AppError("unavailable", "这次作答同时收到的请求太多，请过一会儿再交，已送达的答案都在。");
}

async function outcomeOfClosed(attempt: Attempt): Promise<Outcome> {
  if (attempt.closedBy === "expired") throw await attemptClosed(attempt);
  return outcomeOf(await getReceipt(attempt.id), await getQuiz(attempt.quizId));
}
