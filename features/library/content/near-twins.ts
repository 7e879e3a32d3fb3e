import { rightTexts } from "@/domain/quizzes/written";
import { foldAnswer, stemKey } from "@/domain/quizzes/fold";
import type { FileQuestion } from "../schema";
import type { LibraryQuestion } from "../types";

/**
 * Questions that nearly ask the same, for a person to look at: the same key and stems that share two fifths of their pairs
 * of characters, or stems that share three quarters of them whatever the key.
 */
const ALIKE = 0.75;
const ALIKE_WITH_SAME_KEY = 0.4;

export type NearTwins = { one: string; other: string; alike: number; hasSameKey: boolean };

function pairsOf(text: string): Set<string> {
  const signs = [...stemKey(text)];
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`));
}

/** Shared pairs of all pairs, from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

const keyOf = (question: FileQuestion): string => {
  if (question.type === "true-false") return "";
  return rightTexts(question)
    .map((variants) => foldAnswer(variants[0] ?? ""))
    .sort()
    .join("|");
};

/** Pairs of questions, the most alike first. */
export function nearTwins(questions: readonly LibraryQuestion[]): NearTwins[] {
  const all = questions.map(({ data }) => ({ id: data.id, pairs: pairsOf(data.stem), key: keyOf(data) }));
  const found = all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      const hasSameKey = one.key !== "" && one.key === other.key;
      const alike = likeness(one.pairs, other.pairs);
      if (alike < (hasSameKey ? ALIKE_WITH_SAME_KEY : ALIKE)) return [];
      return [{ one: one.id, other: other.id, alike, hasSameKey }];
    }),
  );
  return found.sort((a, b) => b.alike - a.alike);
}
