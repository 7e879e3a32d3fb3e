/**
 * What an answer is worth.
 *
 * The rule: every question gives a fraction of its points, a whole number of hundredths, rounded down; 100 is given
 * only when the answer is fully right, and no answer gives 0. The partial credit of each type is published word for
 * word in `PARTIAL_CREDIT_RULES`. Scores are hundredths of points: fraction × whole points. Speed never counts. A
 * question that was declared void gives everybody its full marks.
 * Source: docs/api.md, "Submission"; the sentences below are what people read.
 *
 * Example: three options are right, two of them and one wrong one were chosen: (2 − 1) ÷ 3 = 33 hundredths; at 5 points
 * that is 165 hundredths, shown as 1.65.
 */
import { isAccepted } from "@/domain/quizzes/fold";
import { inKeys, isList, isPairing } from "@/domain/quizzes/translate";
import type {
  AnswerValue,
  Draft,
  MatchingPair,
  QuestionBody,
  QuestionType,
  QuestionVersionData,
  StoredPaper,
  StoredQuestion,
} from "@/domain/quizzes/types";

/** How each type is scored, as people read it. */
export const PARTIAL_CREDIT_RULES: Readonly<Record<QuestionType, string>> = {
  single: "选对得满分，选错或不选不得分。",
  multiple: "全部选对、没有错选得满分；否则按（选对的个数－选错的个数）÷正确选项的个数得分，不低于零分。",
  "true-false": "判断正确得满分，判断错误或不答不得分。",
  fill: "按填对的空得分，每个空分值相同；全半角、大小写、空格、繁简体和首尾的书名号、引号不影响对错。",
  ordering: "顺序全对得满分；否则按前后相邻两项次序正确的对数得分，总对数是项数减一。",
  matching: "按连对的对数得分，每一对分值相同。",
};

/** The fraction of a fully right answer. */
export const FULL_FRACTION = 100;

/** Hundredths, rounded down: 2 of 3 are 66. */
const hundredths = (reached: number, whole: number): number =>
  whole > 0 ? Math.floor((FULL_FRACTION * Math.max(0, reached)) / whole) : 0;

/** Scores an answer given in a paper's ids: 0 to 100. What does not fit the question counts as no answer. */
export function scoreAnswer(body: QuestionBody, question: StoredQuestion, value: AnswerValue | null): number {
  return scoreInKeys(body, inKeys(question, value));
}

/** Scores an answer given in the version's own keys: 0 to 100. */
export function scoreInKeys(body: QuestionBody, value: AnswerValue | null): number {
  switch (body.type) {
    case "single":
      return typeof value === "string" && body.right.includes(value) ? FULL_FRACTION : 0;
    case "true-false":
      return value === body.answer ? FULL_FRACTION : 0;
    case "multiple":
      return scoreMultiple(body.right, value);
    case "fill":
      return scoreFill(body.blanks, value);
    case "ordering":
      return scoreOrdering(
        body.items.map(({ key }) => key),
        value,
      );
    case "matching":
      return scoreMatching(body.pairs, value);
  }
}

function scoreMultiple(right: readonly string[], chosen: AnswerValue | null): number {
  if (!isList(chosen)) return 0;
  const choices = [...new Set(chosen)];
  const hits = choices.filter((key) => right.includes(key)).length;
  return hundredths(hits - (choices.length - hits), right.length);
}

function scoreFill(blanks: readonly (readonly string[])[], typed: AnswerValue | null): number {
  if (!isList(typed)) return 0;
  const hits = blanks.filter((accepted, index) => isAccepted(typed[index] ?? "", accepted)).length;
  return hundredths(hits, blanks.length);
}

function scoreOrdering(right: readonly string[], given: AnswerValue | null): number {
  if (!isList(given)) return 0;
  if (right.length === 1) return given[0] === right[0] ? FULL_FRACTION : 0;
  const hits = right.slice(1).filter((key, index) => {
    const before = given.indexOf(right[index] ?? "");
    return before >= 0 && given[before + 1] === key;
  }).length;
  return hundredths(hits, right.length - 1);
}

function scoreMatching(pairs: readonly MatchingPair[], joined: AnswerValue | null): number {
  if (!isPairing(joined)) return 0;
  const hits = pairs.filter(({ left, right }) => joined[left.key] === right.key).length;
  return hundredths(hits, pairs.length);
}

export type ScoreLine = {
  /** The paper's opaque id. */
  readonly id: string;
  readonly questionId: string;
  readonly versionId: string;
  /** In the version's own keys; null when unanswered. */
  readonly value: AnswerValue | null;
  /** 0 to 100; a void question has 100 whatever was answered. */
  readonly fraction: number;
  readonly voided: boolean;
};

export type PaperScore = {
  /** Hundredths of points. */
  readonly score: number;
  readonly maxScore: number;
  readonly lines: readonly ScoreLine[];
  readonly answered: number;
  readonly total: number;
};

export type Versions = ReadonlyMap<string, QuestionVersionData>;

export type ScorePaperInput = {
  readonly stored: StoredPaper;
  /** By version id. */
  readonly versions: Versions;
  readonly draft: Draft;
  /** Ids (`questionId`, not the paper's) of void questions. */
  readonly voided?: ReadonlySet<string> | undefined;
};

/** Scores a paper from what is stored. Throws when a version of the paper is missing. Lines follow the paper's order. */
export function scorePaper({ stored, versions, draft, voided }: ScorePaperInput): PaperScore {
  const lines = stored.questions.map((question): ScoreLine => {
    const { id, questionId, versionId } = question;
    const version = versions.get(versionId);
    if (version === undefined) throw new Error(`No question version ${versionId}`);
    const value = inKeys(question, draft[id]?.value ?? null);
    const isVoid = voided?.has(questionId) ?? false;
    const fraction = isVoid ? FULL_FRACTION : scoreInKeys(version.body, value);
    return { id, questionId, versionId, value, fraction, voided: isVoid };
  });
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  return {
    score: sum(lines.map((line, index) => line.fraction * (stored.questions[index]?.points ?? 0))),
    maxScore: sum(stored.questions.map(({ points }) => FULL_FRACTION * points)),
    lines,
    answered: lines.filter(({ value }) => value !== null).length,
    total: lines.length,
  };
}
