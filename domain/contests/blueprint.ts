/**
 * What a contest asks for, against what the bank has.
 *
 * The rule: a blueprint can be satisfied when every part gets its questions and none appears twice, as the draw itself
 * finds out. The pool of a contest is every question that fits a part; papers are drawn from it alone. Keys of the
 * public library can be read by anybody, so a blueprint that asks for no local question is worth a warning; so are local
 * questions whose keys were shown before.
 *
 * Example: "2 of the army" and "2 easy ones" with two easy questions of the army: each part alone has two candidates,
 * together two are missing.
 */
import { drawQuestions, fitsPart, type QuestionSummary } from "@/domain/quizzes/draw";
import type { Blueprint, BlueprintPart } from "@/domain/quizzes/types";

export interface PartReport {
  /** Questions of the bank that fit. */
  readonly candidates: number;
  /** How many more the part would need for itself; 0 when the others are the trouble. */
  readonly missing: number;
}

export interface BlueprintReport {
  readonly questions: number;
  /** Whole points of a paper. */
  readonly points: number;
  /** Questions that must be local. */
  readonly locals: number;
  readonly parts: readonly PartReport[];
  /** A part that gets too few although it has enough candidates: others need the same questions. */
  readonly clash: { readonly part: number; readonly missing: number } | null;
  readonly isFillable: boolean;
  readonly allKeysPublic: boolean;
}

const sum = (parts: readonly BlueprintPart[], of: (part: BlueprintPart) => number): number =>
  parts.reduce((total, part) => total + of(part), 0);

/** What the bank can do for a blueprint. The same for any order of the bank. */
export function reportOf(bank: readonly QuestionSummary[], { parts }: Blueprint): BlueprintReport {
  const reports = parts.map((part): PartReport => {
    const candidates = bank.filter((question) => fitsPart(question, part)).length;
    return { candidates, missing: Math.max(0, part.count - candidates) };
  });
  // Any seed will do: whether a blueprint can be satisfied does not depend on it.
  const drawn = drawQuestions(bank, { parts }, "report");
  const isAlone = reports.every(({ missing }) => missing === 0);
  const locals = sum(parts, ({ count, origin }) => (origin === "local" ? count : 0));
  return {
    questions: sum(parts, ({ count }) => count),
    points: sum(parts, ({ count, points }) => count * points),
    locals,
    parts: reports,
    clash: isAlone && !drawn.ok ? { part: drawn.part, missing: drawn.missing } : null,
    isFillable: parts.length > 0 && drawn.ok,
    allKeysPublic: locals === 0,
  };
}

/** The questions that papers may take, by id. */
export function poolOf<Question extends QuestionSummary>(bank: readonly Question[], { parts }: Blueprint): Question[] {
  return bank
    .filter((question) => parts.some((part) => fitsPart(question, part)))
    .sort((a, b) => (a.questionId < b.questionId ? -1 : 1));
}

/** Local questions that papers may take: those whose keys ought to be unseen. */
export function localsOf(bank: readonly QuestionSummary[], blueprint: Blueprint): string[] {
  return poolOf(bank, blueprint)
    .filter(({ origin }) => origin === "local")
    .map(({ questionId }) => questionId);
}

/** The same shape from whatever origin: for the practice round, whose answers are shown at once. */
export function practiceOf({ parts }: Blueprint): Blueprint {
  return { parts: parts.map(({ origin, ...part }) => (origin === undefined ? part : { ...part })) };
}
