/**
 * Between a paper's opaque ids and the keys of a question version.
 *
 * The rule: a candidate speaks in ids that hold for one attempt; scores and statistics speak in the version's own keys,
 * so that the answers of different attempts can be compared. Truth values and written texts are the same in both.
 * Source: docs/api.md, "Values".
 *
 * Example: with the options `[{id: "o2", key: "b"}, {id: "o9", key: "a"}]` the answer `"o9"` is the key `"a"`.
 */
import type { AnswerValue, IdForKey, StoredQuestion } from "@/domain/quizzes/types";

type Rename = (name: string) => string | undefined;
type Renames = { readonly left: Rename; readonly right: Rename };

/** An answer in ids as an answer in keys; null when it is none of this question. */
export function inKeys(question: StoredQuestion, value: AnswerValue | null): AnswerValue | null {
  return renamed(question, value, (pairs) => {
    const keys = new Map(pairs.map(({ id, key }) => [id, key]));
    return (id) => keys.get(id);
  });
}

/** An answer in keys as an answer in ids; null when it is none of this question. */
export function inIds(question: StoredQuestion, value: AnswerValue | null): AnswerValue | null {
  return renamed(question, value, (pairs) => {
    const ids = new Map(pairs.map(({ id, key }) => [key, id]));
    return (key) => ids.get(key);
  });
}

type RenameBy = (pairs: readonly IdForKey[]) => Rename;

function renamed(question: StoredQuestion, value: AnswerValue | null, by: RenameBy): AnswerValue | null {
  switch (question.type) {
    case "single":
      return typeof value === "string" ? (by(question.options)(value) ?? null) : null;
    case "multiple":
    case "ordering":
      return renamedList(value, by(question.options));
    case "true-false":
      return typeof value === "boolean" ? value : null;
    case "fill":
      return isList(value) ? value : null;
    case "matching":
      return renamedPairing(value, { left: by(question.left), right: by(question.right) });
  }
}

/** Whether a value is a list: of options, of items in order, of texts for blanks. */
export function isList(value: AnswerValue | null): value is readonly string[] {
  return Array.isArray(value);
}

/** Whether a value joins left to right. */
export function isPairing(value: AnswerValue | null): value is Readonly<Record<string, string>> {
  return typeof value === "object" && value !== null && !isList(value);
}

function renamedList(names: AnswerValue | null, rename: Rename): readonly string[] | null {
  if (!isList(names)) return null;
  const result = names.flatMap((name) => rename(name) ?? []);
  return result.length === names.length ? result : null;
}

function renamedPairing(pairing: AnswerValue | null, renames: Renames): Record<string, string> | null {
  if (!isPairing(pairing)) return null;
  const result: [string, string][] = [];
  for (const [left, right] of Object.entries(pairing)) {
    const newLeft = renames.left(left);
    const newRight = renames.right(right);
    if (newLeft === undefined || newRight === undefined) return null;
    result.push([newLeft, newRight]);
  }
  return Object.fromEntries(result);
}
