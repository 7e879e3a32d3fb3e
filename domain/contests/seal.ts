/**
 * The seal of a contest: what fixes every paper before anybody has registered, in a form that can be published.
 *
 * The rule: from the seed, a person's pseudonym and the number of the attempt comes the seed of one paper, and from that
 * and the pool the paper. So whoever commits to seed, blueprint and pool commits to all papers. The seal is the SHA-256
 * of UTF-8 lines, fields parted by tabs, every line ended by LF: the head, the blueprint, the seed, then one line for each
 * question sorted by its bytes. A question's content stands in it as a digest alone, so that questions that were on no
 * paper need not be told when the seal is opened. Source: docs/contests.md.
 *
 * Example: the first line is `zhijian-ketang-contest-seal⇥1⇥<contest id>`.
 */
import { compareUtf8 } from "@/domain/ranking/closing";
import type { QuestionSummary } from "@/domain/quizzes/draw";
import type { Blueprint, QuestionBody, QuestionOrigin } from "@/domain/quizzes/types";

/** SHA-256 of the UTF-8 bytes, 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** A question of a pool, as it stood at the release. */
export type PoolQuestion = QuestionSummary & { readonly versionId: string; readonly origin: QuestionOrigin };
/** With the digest of what it asks and what is right. */
export type SealedQuestion = PoolQuestion & { readonly digest: string };

const SEAL_NAME = "zhijian-ketang-contest-seal";
const SEAL_FORMAT = "1";

/** What a question asks and what is right, as one line of JSON. */
export function contentForm({ stem, body }: { readonly stem: string; readonly body: QuestionBody }): string {
  return JSON.stringify({ stem, body });
}

export function questionLine(question: SealedQuestion): string {
  const { versionId, questionId, origin, topic, period, type, difficulty, digest } = question;
  return ["question", versionId, questionId, origin, topic, period, type, difficulty, digest].join("\t");
}

/** Conditions in one order, so that the same blueprint is the same text. */
export function blueprintForm({ parts }: Blueprint): string {
  return JSON.stringify(
    parts.map(({ count, points, topic, period, type, difficulty, origin }) => ({
      ...{ count, points, topic, period, type, difficulty, origin },
    })),
  );
}

export interface Sealed {
  readonly contestId: string;
  readonly seed: string;
  readonly blueprint: Blueprint;
  readonly questions: readonly SealedQuestion[];
}

/** The exact text whose SHA-256 is the seal. The same for any order of the questions. */
export function sealForm({ contestId, seed, blueprint, questions }: Sealed): string {
  const head = [
    [SEAL_NAME, SEAL_FORMAT, contestId].join("\t"),
    ["blueprint", blueprintForm(blueprint)].join("\t"),
    ["seed", seed].join("\t"),
  ];
  const lines = questions.map(questionLine).sort(compareUtf8);
  return [...head, ...lines].map((line) => `${line}\n`).join("");
}

/**
 * The seed of one paper. One-way: ids on a paper are drawn from it, and nobody may come from them to the seed of the
 * contest, which tells all other papers.
 */
export function paperSeed(of: { seed: string; pseudonym: string; number: number }, sha256: Sha256): string {
  return sha256(`${of.seed}/${of.pseudonym}/${String(of.number)}`);
}
