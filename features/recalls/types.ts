import type { AnswerValue, KeyedText } from "@/domain/quizzes/types";

type Asked = { readonly id: string; readonly stem: string };

/**
 * A recall question as it stands on a static page: `id` as written in content/questions, options in the version's own
 * keys, nothing that tells the answer. Answers refer to these keys.
 */
export type RecallQuestion =
  | (Asked & { readonly type: "single" | "multiple" | "ordering"; readonly options: readonly KeyedText[] })
  | (Asked & { readonly type: "true-false" })
  | (Asked & { readonly type: "fill"; readonly blanks: number })
  | (Asked & {
      readonly type: "matching";
      readonly left: readonly KeyedText[];
      readonly right: readonly KeyedText[];
    });

/** Question id → answer; what is not there is not answered yet. */
export type RecallAnswers = Readonly<Record<string, AnswerValue>>;

/** How one question went. Answers are in the keys of `question`. */
export type RecallResult = {
  readonly question: RecallQuestion;
  readonly value: AnswerValue;
  readonly right: AnswerValue;
  /** Every accepted way, one list a blank; null for other questions. */
  readonly accepted: readonly (readonly string[])[] | null;
  readonly isRight: boolean;
  readonly explanation: string;
  readonly passage: string;
  readonly anchor: string;
};

/** What the server replies after all questions were answered; a repeat gets the same. */
export type RecallOutcome = {
  readonly contentId: string;
  /** Day of the answer in Asia/Shanghai. */
  readonly date: string;
  readonly rightCount: number;
  readonly total: number;
  readonly results: readonly RecallResult[];
  readonly pointsAwarded: number;
  /** In Chinese; null when the deed brought all it is worth. */
  readonly because: string | null;
  /** Points for what the person's branch had set; null when it had not set this. */
  readonly assignedPoints: number | null;
};

/** What the island needs to begin: the questions as they stand now, and the outcome when they were answered already. */
export type RecallState = {
  readonly memberId: string;
  readonly contentId: string;
  readonly questions: readonly RecallQuestion[];
  readonly outcome: RecallOutcome | null;
};
