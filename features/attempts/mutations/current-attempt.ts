import { mergeDraft, parseAnswers, type AnswerPatch, type Merged } from "@/domain/quizzes/answers";
import { getQuiz } from "@/features/quizzes/queries";
import { AppError } from "@/lib/errors";
import { getReceipt } from "@/features/receipts/queries";
import { findAttempt, getPaper, type Attempt, type OwnAttempt } from "../queries";
import { outcomeOf } from "../view";
import { closedIfOverdue } from "./close-attempt";

/** The person's own attempt as it stands now; one whose time has run out is closed first. Throws `not-found`. */
export async function currentAttempt({ memberId, attemptId }: OwnAttempt, now: Date): Promise<Attempt> {
  const attempt = await findAttempt({ memberId, attemptId });
  if (!attempt) throw new AppError("not-found", "没有这次作答。");
  return closedIfOverdue(attempt, now);
}

/** Answers as they arrived; none at all is an empty patch. */
export type Arrived = { readonly revision: number; readonly answers: Readonly<Record<string, unknown>> };
export type Patch = { readonly revision: number; readonly answers: AnswerPatch };

/** Checks what arrived against the stored paper. Throws `invalid` with every fault, and then nothing is taken. */
export async function checkedPatch(attempt: Attempt, { revision, answers }: Arrived): Promise<Patch> {
  const parsed = parseAnswers(await getPaper(attempt.id), answers);
  if (parsed.ok) return { revision, answers: parsed.answers };
  const errors = parsed.faults.map(({ questionId, code, detail }) => ({
    field: `answers.${questionId}`,
    code,
    detail,
  }));
  throw new AppError("invalid", "有答案和题目不符，这一次送来的都没有保存。", { errors });
}

/** The draft with the patch, by the rule of revisions. */
export const merged = (attempt: Attempt, patch: Patch): Merged => mergeDraft(attempt.draft, patch);

/** The refusal that a closed attempt gives, with the receipt of what counted. */
export async function attemptClosed(attempt: Attempt): Promise<AppError> {
  const members = outcomeOf(await getReceipt(attempt.id), await getQuiz(attempt.quizId));
  const detail =
    attempt.closedBy === "expired"
      ? "时间到了，这次作答已经按到时保存的答案交卷。后来的答案留着，不计分。"
      : "这次作答已经交卷，以回执为准。后来的答案留着，不计分。";
  return new AppError("attempt-closed", detail, { members });
}
