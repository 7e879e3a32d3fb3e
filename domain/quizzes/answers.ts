/**
 * Answers as they arrive, and the draft that keeps them.
 *
 * The rule: a value is taken only when it fits its question of the stored paper: ids that this paper gave out, none
 * twice, nothing longer than it may be. `null`, and what amounts to it (no option chosen, no pair joined, only blanks
 * left empty), clears the answer. The draft keeps for each question the revision its value came with and takes a newer
 * value only when its revision is not below that: an older tab never overwrites a newer answer.
 * Source: docs/api.md, "Values" and "Saving".
 *
 * Example: with `{q1: {value: "o2", revision: 5}}` saved, the patch `{revision: 4, answers: {q1: "o3", q2: true}}` keeps
 * q1, takes q2 and replies `revision: 5, ignored: ["q1"]`.
 */
import type { AnswerValue, Draft, DraftEntry, IdForKey, StoredPaper, StoredQuestion } from "@/domain/quizzes/types";

/** The longest text for one blank, in UTF-16 code units. */
export const MAX_BLANK_LENGTH = 200;

/** `detail` of each is what people read. */
export const ANSWER_PROBLEMS = {
  "unknown-question": "这份试卷里没有这道题。",
  "wrong-kind": "答案的形式和题型不符。",
  "wrong-length": "答案的个数和题目要求的不符。",
  "unknown-id": "答案里有这道题没有的选项。",
  duplicate: "同一个选项用了两次。",
  "too-long": `每个空最多填${MAX_BLANK_LENGTH}个字。`,
} as const;
export type AnswerProblemCode = keyof typeof ANSWER_PROBLEMS;

export type AnswerProblem = { readonly ok: false; readonly code: AnswerProblemCode; readonly detail: string };
export type ParsedAnswer = { readonly ok: true; readonly value: AnswerValue | null } | AnswerProblem;

const taken = (value: AnswerValue | null): ParsedAnswer => ({ ok: true, value });
const refused = (code: AnswerProblemCode): AnswerProblem => ({ ok: false, code, detail: ANSWER_PROBLEMS[code] });

/** Checks one value against its question of the stored paper. Arrays keep the order they came in. */
export function parseAnswer(question: StoredQuestion, value: unknown): ParsedAnswer {
  if (value === null) return taken(null);
  switch (question.type) {
    case "single":
      return parseSingle(question.options, value);
    case "multiple":
      return parseMultiple(question.options, value);
    case "true-false":
      return typeof value === "boolean" ? taken(value) : refused("wrong-kind");
    case "fill":
      return parseFill(question.blanks, value);
    case "ordering":
      return parseOrdering(question.options, value);
    case "matching":
      return parseMatching(question.left, question.right, value);
  }
}

const isStringArray = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");
const hasDuplicate = (values: readonly string[]): boolean => new Set(values).size < values.length;
const areKnown = (options: readonly IdForKey[], ids: readonly string[]): boolean => {
  const known = new Set(options.map(({ id }) => id));
  return ids.every((id) => known.has(id));
};

function parseSingle(options: readonly IdForKey[], value: unknown): ParsedAnswer {
  if (typeof value !== "string") return refused("wrong-kind");
  return areKnown(options, [value]) ? taken(value) : refused("unknown-id");
}

function parseMultiple(options: readonly IdForKey[], value: unknown): ParsedAnswer {
  if (!isStringArray(value)) return refused("wrong-kind");
  if (!areKnown(options, value)) return refused("unknown-id");
  if (hasDuplicate(value)) return refused("duplicate");
  return taken(value.length === 0 ? null : value);
}

function parseFill(blanks: number, value: unknown): ParsedAnswer {
  if (!isStringArray(value)) return refused("wrong-kind");
  if (value.length !== blanks) return refused("wrong-length");
  if (value.some((text) => text.length > MAX_BLANK_LENGTH)) return refused("too-long");
  return taken(value.every((text) => text.trim() === "") ? null : value);
}

function parseOrdering(options: readonly IdForKey[], value: unknown): ParsedAnswer {
  if (!isStringArray(value)) return refused("wrong-kind");
  if (!areKnown(options, value)) return refused("unknown-id");
  if (hasDuplicate(value)) return refused("duplicate");
  return value.length === options.length ? taken(value) : refused("wrong-length");
}

function parseMatching(left: readonly IdForKey[], right: readonly IdForKey[], value: unknown): ParsedAnswer {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refused("wrong-kind");
  const chosen = Object.values(value);
  if (!isStringArray(chosen)) return refused("wrong-kind");
  if (!areKnown(left, Object.keys(value)) || !areKnown(right, chosen)) return refused("unknown-id");
  if (hasDuplicate(chosen)) return refused("duplicate");
  return taken(chosen.length === 0 ? null : (Object.fromEntries(Object.entries(value)) as Record<string, string>));
}

export type AnswerPatch = Readonly<Record<string, AnswerValue | null>>;
export type AnswerFault = { readonly questionId: string; readonly code: AnswerProblemCode; readonly detail: string };
export type ParsedPatch =
  | { readonly ok: true; readonly answers: AnswerPatch }
  | { readonly ok: false; readonly faults: readonly AnswerFault[] };

/** Checks a whole patch. All of it is taken or nothing; every fault is named. */
export function parseAnswers(stored: StoredPaper, answers: Readonly<Record<string, unknown>>): ParsedPatch {
  const questions = new Map(stored.questions.map((question) => [question.id, question]));
  const values: [string, AnswerValue | null][] = [];
  const faults: AnswerFault[] = [];
  for (const [questionId, raw] of Object.entries(answers)) {
    const question = questions.get(questionId);
    const parsed = question === undefined ? refused("unknown-question") : parseAnswer(question, raw);
    if (parsed.ok) values.push([questionId, parsed.value]);
    else faults.push({ questionId, code: parsed.code, detail: parsed.detail });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, answers: Object.fromEntries(values) };
}

export type Merged = { readonly draft: Draft; readonly revision: number; readonly ignored: readonly string[] };

/**
 * Merges a checked patch into a draft. Guarantees: per question the value with the highest revision stays (of equal
 * ones the later to arrive, so that a repeated request does no harm), `revision` is the highest seen, and no saved
 * question is lost.
 */
export function mergeDraft(draft: Draft, patch: { readonly revision: number; readonly answers: AnswerPatch }): Merged {
  const merged = new Map<string, DraftEntry>(Object.entries(draft));
  const ignored: string[] = [];
  for (const [questionId, value] of Object.entries(patch.answers)) {
    const saved = merged.get(questionId);
    if (saved !== undefined && patch.revision < saved.revision) ignored.push(questionId);
    else merged.set(questionId, { value, revision: patch.revision });
  }
  return { draft: Object.fromEntries(merged), revision: Math.max(patch.revision, revisionOf(draft)), ignored };
}

/** The highest revision in a draft, 0 when nothing was saved. */
export function revisionOf(draft: Draft): number {
  return Object.values(draft).reduce((highest, entry) => Math.max(highest, entry.revision), 0);
}

/** How many questions have an answer; cleared ones do not count. */
export function countAnswered(draft: Draft): number {
  return Object.values(draft).filter((entry) => entry.value !== null).length;
}
