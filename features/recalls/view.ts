import { businessDateOf } from "@/domain/calendar/shanghai";
import type { Award } from "@/domain/points/award";
import type { Reason } from "@/domain/points/table";
import { faceOf, type QuestionFace } from "@/domain/quizzes/face";
import { rightAnswer } from "@/domain/quizzes/review";
import { FULL_FRACTION } from "@/domain/quizzes/score";
import type { AnswerValue, QuestionVersionData } from "@/domain/quizzes/types";
import type { RecallOutcome, RecallQuestion, RecallResult } from "./types";

export type ContentKind = "entry" | "lesson";

/** A lesson is answered once; an entry comes back every year, so it may be answered once a year of Shanghai. */
export function occasionOf(kind: ContentKind, now: Date): string {
  return kind === "lesson" ? "first" : businessDateOf(now).slice(0, 4);
}

/** What the ledger calls the deed. */
export function deedOf(
  content: { readonly id: string; readonly kind: ContentKind },
  occasion: string,
): { reason: Reason; source: string } {
  if (content.kind === "lesson") return { reason: "lesson", source: content.id };
  return { reason: "daily-entry", source: `${content.id}@${occasion}` };
}

/** A face under the name of its question: what a static page and the API show before the answer. */
export function recallQuestion(questionId: string, face: QuestionFace): RecallQuestion {
  const asked = { id: questionId, stem: face.stem };
  switch (face.type) {
    case "single":
    case "multiple":
    case "ordering":
      return { ...asked, type: face.type, options: face.options };
    case "true-false":
      return { ...asked, type: face.type };
    case "fill":
      return { ...asked, type: face.type, blanks: face.blanks };
    case "matching":
      return { ...asked, type: face.type, left: face.left, right: face.right };
  }
}

export type Answered = {
  readonly version: QuestionVersionData;
  readonly value: AnswerValue;
  readonly fraction: number;
};

function resultView({ version, value, fraction }: Answered): RecallResult {
  const { body, explanation, passage, anchor } = version;
  return {
    question: recallQuestion(version.questionId, faceOf(version)),
    ...{ value, right: rightAnswer(body), isRight: fraction === FULL_FRACTION },
    accepted: body.type === "fill" ? body.blanks : null,
    ...{ explanation, passage, anchor },
  };
}

/** What is shown after the answers: each question with the right answer, why, and where it is written. */
export function outcomeView(input: {
  contentId: string;
  date: string;
  answered: readonly Answered[];
  award: Award;
  assignedPoints: number | null;
}): RecallOutcome {
  const results = input.answered.map(resultView);
  return {
    ...{ contentId: input.contentId, date: input.date },
    ...{ rightCount: results.filter((result) => result.isRight).length, total: results.length, results },
    ...{ pointsAwarded: input.award.value, because: input.award.because ?? null },
    assignedPoints: input.assignedPoints,
  };
}
