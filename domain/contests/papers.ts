/**
 * The paper of one person's attempt at a contest.
 *
 * The rule: drawn from the pool that was fixed at the release, by the seed that comes from the contest's seed, the
 * person's pseudonym and the number of the attempt. Nothing else plays a part, so anybody who holds the opened seal draws
 * the same paper. Source: docs/contests.md.
 *
 * Example: the first and the second attempt of p1 are different papers, today and in ten years the same ones.
 */
import { drawQuestions } from "@/domain/quizzes/draw";
import { storePaper, type PaperQuestion } from "@/domain/quizzes/paper";
import type { Versions } from "@/domain/quizzes/score";
import type { Blueprint, StoredPaper } from "@/domain/quizzes/types";
import { paperSeed, type PoolQuestion, type Sha256 } from "./seal";

export interface PaperOf {
  readonly seed: string;
  readonly pseudonym: string;
  readonly number: number;
  readonly pool: readonly PoolQuestion[];
  readonly blueprint: Blueprint;
}

/** The questions on it, as they are drawn; null when the pool cannot fill the blueprint. */
export function drawnFor(of: PaperOf, sha256: Sha256): { seed: string; versionIds: string[]; points: number[] } | null {
  const seed = paperSeed(of, sha256);
  const drawn = drawQuestions(of.pool, of.blueprint, seed);
  if (!drawn.ok) return null;
  const versionOf = new Map(of.pool.map(({ questionId, versionId }) => [questionId, versionId]));
  return {
    seed,
    versionIds: drawn.questions.map(({ questionId }) => versionOf.get(questionId) ?? ""),
    points: drawn.questions.map(({ points }) => points),
  };
}

/** The stored paper of what was drawn. Throws when a version is missing. */
export function paperFrom(drawn: NonNullable<ReturnType<typeof drawnFor>>, versions: Versions): StoredPaper {
  const questions = drawn.versionIds.map((versionId, index): PaperQuestion => {
    const version = versions.get(versionId);
    if (version === undefined) throw new Error(`No question version ${versionId}`);
    return { version, points: drawn.points[index] ?? 0 };
  });
  return storePaper({ questions, seed: drawn.seed });
}
