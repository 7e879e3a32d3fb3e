/**
 * The review: what a candidate sees of a closed attempt once it may be seen.
 *
 * The rule: each question is shown as it stood on the paper, with one's own answer, the right one, the marks, the
 * explanation, and the passage that answers it with its sources; all in the ids of that paper, so that the screen of
 * the paper can show it. Whoever calls this has asked `reviewOpensAt` first.
 * Source: docs/api.md, `GET /attempts/{id}/review`.
 *
 * Example: own value `"o3"`, right value `"o1"`, fraction 0, then why, and where it is written.
 */
import { facesOf } from "@/domain/quizzes/face";
import { publicQuestion } from "@/domain/quizzes/paper";
import type { ScoreLine, Versions } from "@/domain/quizzes/score";
import { inIds } from "@/domain/quizzes/translate";
import type { AnswerValue, PublicQuestion, QuestionBody, QuestionSource, StoredPaper } from "@/domain/quizzes/types";

export type ReviewedQuestion = {
  readonly question: PublicQuestion;
  /** One's own answer, null when there was none. */
  readonly value: AnswerValue | null;
  /** The right answer in the form of an answer; of a blank the first accepted way to write it. */
  readonly right: AnswerValue;
  /** Every accepted way, one list a blank; only of questions with blanks. */
  readonly accepted?: readonly (readonly string[])[];
  /** 0 to 100. */
  readonly fraction: number;
  /** The question was declared void: everybody has its full marks. */
  readonly voided: boolean;
  readonly explanation: string;
  readonly passage: string;
  readonly anchor: string;
  readonly sources: readonly QuestionSource[];
};

export type ReviewInput = {
  readonly stored: StoredPaper;
  /** By version id. */
  readonly versions: Versions;
  readonly lines: readonly Pick<ScoreLine, "id" | "value" | "fraction" | "voided">[];
};

/** The review of a paper in its own order. Throws when a version of the paper is missing. */
export function reviewOf({ stored, versions, lines }: ReviewInput): ReviewedQuestion[] {
  const faces = facesOf(versions.values());
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return stored.questions.map((question): ReviewedQuestion => {
    const version = versions.get(question.versionId);
    if (version === undefined) throw new Error(`No question version ${question.versionId}`);
    const right = inIds(question, rightAnswer(version.body));
    if (right === null) throw new Error(`The key of question version ${question.versionId} is not on the paper`);
    const line = lineOf.get(question.id);
    const { body, explanation, passage, anchor, sources } = version;
    return {
      question: publicQuestion(question, faces),
      value: inIds(question, line?.value ?? null),
      right,
      ...(body.type === "fill" ? { accepted: body.blanks } : {}),
      fraction: line?.fraction ?? 0,
      voided: line?.voided ?? false,
      explanation,
      passage,
      anchor,
      sources,
    };
  });
}

/** The fully right answer to a question, in the version's own keys. */
export function rightAnswer(body: QuestionBody): AnswerValue {
  switch (body.type) {
    case "single":
      return body.right[0] ?? "";
    case "multiple":
      return body.right;
    case "true-false":
      return body.answer;
    case "fill":
      return body.blanks.map((accepted) => accepted[0] ?? "");
    case "ordering":
      return body.items.map(({ key }) => key);
    case "matching":
      return Object.fromEntries(body.pairs.map(({ left, right }) => [left.key, right.key]));
  }
}
