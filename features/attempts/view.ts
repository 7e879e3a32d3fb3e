import { facesOf, type QuestionFace } from "@/domain/quizzes/face";
import { publicPaper } from "@/domain/quizzes/paper";
import { reviewOf, type ReviewedQuestion } from "@/domain/quizzes/review";
import type { Versions } from "@/domain/quizzes/score";
import { reviewOpensAt, type ReviewRule } from "@/domain/quizzes/timing";
import type { PublicPaper, StoredPaper } from "@/domain/quizzes/types";
import type { StoredReceipt } from "@/features/receipts/queries";
import type { Attempt, CountedResponse } from "./queries";
import type { Outcome, ReviewReply } from "./schema";

type QuizWords = { readonly id: string; readonly title: string; readonly passPercent: number } & ReviewRule;

/** Stands for every text of a question that was taken down while it was on papers. */
export const TAKEN_DOWN_STEM = "这道题已撤下，不用作答，按满分计。";
const TAKEN_DOWN_TEXT = "（已撤下）";

type PaperInput = {
  readonly attempt: Attempt;
  readonly quiz: Pick<QuizWords, "id" | "title">;
  readonly paper: StoredPaper;
  readonly versions: Versions;
  /** Ids of questions that were taken down. */
  readonly takenDown: ReadonlySet<string>;
  readonly now: Date;
};

/** The paper as its candidate may see it: the one place that leaves out keys, variants and explanations. */
export function paperOf({ attempt, quiz, paper, versions, takenDown, now }: PaperInput): PublicPaper {
  const faces = new Map(facesOf(versions.values()));
  for (const { questionId, versionId } of versions.values()) {
    const face = faces.get(versionId);
    if (face && takenDown.has(questionId)) faces.set(versionId, coveredFace(face));
  }
  return publicPaper({
    attemptId: attempt.id,
    quizId: quiz.id,
    title: quiz.title,
    serverTime: now,
    startedAt: attempt.startedAt,
    deadline: attempt.deadline,
    state: attempt.state,
    stored: paper,
    faces,
    draft: attempt.draft,
  });
}

function coveredFace(face: QuestionFace): QuestionFace {
  const covered = (texts: readonly { key: string }[]) => texts.map(({ key }) => ({ key, text: TAKEN_DOWN_TEXT }));
  const base = { versionId: face.versionId, stem: TAKEN_DOWN_STEM };
  switch (face.type) {
    case "single":
    case "multiple":
    case "ordering":
      return { ...base, type: face.type, options: covered(face.options) };
    case "true-false":
      return { ...base, type: face.type };
    case "fill":
      return { ...base, type: face.type, blanks: face.blanks };
    case "matching":
      return { ...base, type: face.type, left: covered(face.left), right: covered(face.right) };
  }
}

/** What a submission answers: the receipt, its points, and when the review opens. */
export function outcomeOf(receipt: StoredReceipt, rule: ReviewRule): Outcome {
  const { pointsAwarded, submittedAt, ...signed } = receipt;
  return {
    receipt: { ...signed, submittedAt: submittedAt.toISOString() },
    pointsAwarded,
    reviewOpensAt: reviewOpensAt(rule, submittedAt)?.toISOString() ?? null,
  };
}

export type Review = Omit<ReviewReply, "questions"> & { readonly questions: readonly ReviewedQuestion[] };

type ReviewInput = {
  readonly attempt: Attempt;
  readonly quiz: QuizWords;
  readonly receipt: StoredReceipt;
  readonly paper: StoredPaper;
  readonly versions: Versions;
  /** What was counted at the closing, by question id (not the paper's). */
  readonly responses: ReadonlyMap<string, CountedResponse>;
  readonly voided: ReadonlySet<string>;
  readonly takenDown: ReadonlySet<string>;
};

/**
 * The review of a closed attempt, with the marks that were counted; questions that were taken down are left out.
 * Whoever calls this has asked whether it is open.
 */
export function reviewReplyOf(input: ReviewInput): Review {
  const { attempt, quiz, receipt, paper, versions, responses, voided, takenDown } = input;
  const questions = paper.questions.filter(({ questionId }) => !takenDown.has(questionId));
  const lines = questions.map(({ id, questionId }) => ({
    id,
    value: responses.get(questionId)?.value ?? null,
    fraction: responses.get(questionId)?.fraction ?? 0,
    voided: voided.has(questionId),
  }));
  return {
    attemptId: attempt.id,
    quizId: quiz.id,
    title: quiz.title,
    closedBy: attempt.closedBy ?? "submitted",
    passed: attempt.passed,
    passPercent: quiz.passPercent,
    ...outcomeOf(receipt, quiz),
    questions: reviewOf({ stored: { ...paper, questions }, versions, lines }),
  };
}
