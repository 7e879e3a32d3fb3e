/**
 * The words of questions, papers and answers.
 *
 * The rule: a question has versions that are never edited; a paper fixes versions, option order and opaque ids
 * before the first question is shown, and everything later (saving, scoring, review) refers to that paper alone.
 * Source: docs/api.md, "Paper" and "Values"; docs/glossary.md for 题库 / 试卷 / 作答.
 *
 * Example: version 3 of `zunyi-date` has the options a, b, c, d. One attempt shows them as `o7k2m…` (c), `o91xd…` (a) …;
 * the candidate sends `"o91xd…"`, the stored paper says that this is `a`, the version says whether `a` is right.
 */

export const QUESTION_TYPES = ["single", "multiple", "true-false", "fill", "ordering", "matching"] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

export const QUESTION_TYPE_LABELS: Readonly<Record<QuestionType, string>> = {
  single: "单选题",
  multiple: "多选题",
  "true-false": "判断题",
  fill: "填空题",
  ordering: "排序题",
  matching: "连线题",
};

export const DIFFICULTIES = ["easy", "medium", "hard"] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

export const DIFFICULTY_LABELS: Readonly<Record<Difficulty, string>> = { easy: "易", medium: "中", hard: "难" };

export const PERIODS = [
  "new-democratic-revolution",
  "socialist-construction",
  "reform-and-opening",
  "new-era",
] as const;
export type Period = (typeof PERIODS)[number];

export const PERIOD_LABELS: Readonly<Record<Period, string>> = {
  "new-democratic-revolution": "新民主主义革命时期",
  "socialist-construction": "社会主义革命和建设时期",
  "reform-and-opening": "改革开放和社会主义现代化建设新时期",
  "new-era": "中国特色社会主义新时代",
};

/** `file`: the public library, whose keys anybody can read; `local`: written or corrected in the product. */
export const QUESTION_ORIGINS = ["file", "local"] as const;
export type QuestionOrigin = (typeof QUESTION_ORIGINS)[number];

// ---- Questions, with their keys: never sent to a candidate before the review opens -------------------------------

/** A text that can be chosen or moved; `key` names it within one question version. */
export type KeyedText = { readonly key: string; readonly text: string };

export type ChoiceBody = {
  readonly type: "single" | "multiple";
  readonly options: readonly KeyedText[];
  /** Keys of the right options: exactly one for `single`. */
  readonly right: readonly string[];
};
export type TrueFalseBody = { readonly type: "true-false"; readonly answer: boolean };
/** For every blank of the stem, the accepted ways to write it; the first one is shown in the review. */
export type FillBody = { readonly type: "fill"; readonly blanks: readonly (readonly string[])[] };
/** Items in their right order. */
export type OrderingBody = { readonly type: "ordering"; readonly items: readonly KeyedText[] };
export type MatchingPair = { readonly left: KeyedText; readonly right: KeyedText };
export type MatchingBody = { readonly type: "matching"; readonly pairs: readonly MatchingPair[] };

export type QuestionBody = ChoiceBody | TrueFalseBody | FillBody | OrderingBody | MatchingBody;

export type QuestionSource = { readonly title: string; readonly publisher: string; readonly url: string };

/** One version of one question, with everything that is known of it. */
export type QuestionVersionData = {
  readonly questionId: string;
  readonly versionId: string;
  readonly type: QuestionType;
  readonly topic: string;
  readonly period: Period;
  readonly difficulty: Difficulty;
  readonly stem: string;
  readonly body: QuestionBody;
  readonly explanation: string;
  /** `lessons/<course>/<nn-slug>#id` or `daily/<MM-DD>#id` */
  readonly anchor: string;
  /** The anchored passage as plain text. */
  readonly passage: string;
  readonly sources: readonly QuestionSource[];
};

// ---- Blueprints --------------------------------------------------------------------------------------------------

/** `count` questions that meet every condition given, each worth `points` whole points. */
export type BlueprintPart = {
  readonly count: number;
  readonly points: number;
  readonly topic?: string | undefined;
  readonly period?: Period | undefined;
  readonly type?: QuestionType | undefined;
  readonly difficulty?: Difficulty | undefined;
  readonly origin?: QuestionOrigin | undefined;
};
export type Blueprint = { readonly parts: readonly BlueprintPart[] };

// ---- The stored paper: kept on the server with the attempt -------------------------------------------------------

/** What the candidate sees (`id`) for what the version says (`key`). */
export type IdForKey = { readonly id: string; readonly key: string };

type StoredBase = {
  /** Opaque, different in every attempt. */
  readonly id: string;
  readonly questionId: string;
  readonly versionId: string;
  /** Whole points. */
  readonly points: number;
};
export type StoredQuestion =
  | (StoredBase & { readonly type: "single" | "multiple" | "ordering"; readonly options: readonly IdForKey[] })
  | (StoredBase & { readonly type: "true-false" })
  | (StoredBase & { readonly type: "fill"; readonly blanks: number })
  | (StoredBase & {
      readonly type: "matching";
      readonly left: readonly IdForKey[];
      readonly right: readonly IdForKey[];
    });

export type StoredPaper = { readonly seed: string; readonly questions: readonly StoredQuestion[] };

// ---- The public paper: what a candidate may see ------------------------------------------------------------------

export type IdAndText = { readonly id: string; readonly text: string };

type PublicBase = { readonly id: string; readonly stem: string; readonly points: number };
export type PublicQuestion =
  | (PublicBase & { readonly type: "single" | "multiple" | "ordering"; readonly options: readonly IdAndText[] })
  | (PublicBase & { readonly type: "true-false" })
  | (PublicBase & { readonly type: "fill"; readonly blanks: number })
  | (PublicBase & {
      readonly type: "matching";
      readonly left: readonly IdAndText[];
      readonly right: readonly IdAndText[];
    });

export type AttemptState = "open" | "closed";

export type PublicPaper = {
  readonly attemptId: string;
  readonly quizId: string;
  readonly title: string;
  /** Times are ISO 8601 with `Z`. */
  readonly serverTime: string;
  readonly startedAt: string;
  readonly deadline: string | null;
  readonly state: AttemptState;
  /** The highest revision that was saved, 0 before the first save. */
  readonly revision: number;
  readonly questions: readonly PublicQuestion[];
  /** Opaque question id → value; questions without an answer are left out. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
};

// ---- Answers -----------------------------------------------------------------------------------------------------

/**
 * single `"o3"` · multiple `["o1","o4"]` · true-false `true` · fill `["…"]` one string a blank ·
 * ordering all ids in order · matching `{"l1":"r2"}`, possibly not yet all pairs.
 */
export type AnswerValue = string | boolean | readonly string[] | Readonly<Record<string, string>>;

/** `null`: the answer was cleared. */
export type DraftEntry = { readonly value: AnswerValue | null; readonly revision: number };
/** Opaque question id → what was saved for it. */
export type Draft = Readonly<Record<string, DraftEntry>>;
