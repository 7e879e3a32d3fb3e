/**
 * The export of a contest that is over: plain text from which anybody can recompute every paper, every score and every
 * place. It holds those who registered and took part, under pseudonyms made for this contest alone, with dates and
 * without times. UTF-8, fields parted by tabs, every line ended by one LF, no BOM:
 *
 *     zhijian-ketang-contest  1  <contest id>  <seal>  <number of people>  <number of attempts>
 *     blueprint  <JSON>
 *     seed       <seed>
 *     question   <version> <question> <origin> <topic> <period> <type> <difficulty> <SHA-256 of its content>
 *     content    <version>  <JSON of stem and body>
 *     freed      <question>  void | taken-down
 *     attempt    <pseudonym> <number> <date> <score> <full score> <JSON of values> <JSON of fractions>
 *     place      <pseudonym> <best score> <place>
 *
 * The header stands first; all other lines are sorted by their UTF-8 bytes. The content of a question is told when it was
 * on a paper of the export, of the others only the digest. Values stand in the order of the paper, in the keys of the
 * content. A text that somebody typed is never told: a blank that was accepted holds its first accepted text, any other
 * is empty, which scores the same. Source: docs/contests.md.
 *
 * Example: p1 with one attempt of 1500 hundredths alone → `place⇥p1⇥1500⇥1`.
 */
import { isAccepted } from "@/domain/quizzes/fold";
import { isList } from "@/domain/quizzes/translate";
import type { AnswerValue, QuestionBody } from "@/domain/quizzes/types";
import { compareUtf8, isField } from "@/domain/ranking/closing";
import { rank } from "@/domain/ranking/places";
import { blueprintForm, questionLine, type Sealed } from "./seal";

export const CONTEST_ARCHIVE_NAME = "zhijian-ketang-contest";
export const CONTEST_ARCHIVE_FORMAT = "1";

export const FREED = ["void", "taken-down"] as const;
export type Freed = (typeof FREED)[number];

export interface ArchiveAttempt {
  readonly pseudonym: string;
  readonly number: number;
  /** Business date on which it was closed. */
  readonly date: string;
  /** Hundredths. */
  readonly score: number;
  readonly maxScore: number;
  /** In the order of the paper; values as `publishedValue` gives them. */
  readonly answers: readonly { readonly value: AnswerValue | null; readonly fraction: number }[];
}

export interface ContestArchiveInput extends Sealed {
  readonly seal: string;
  readonly contents: readonly { readonly versionId: string; readonly content: string }[];
  readonly freed: readonly { readonly questionId: string; readonly why: Freed }[];
  readonly attempts: readonly ArchiveAttempt[];
}

/** An answer in a version's own keys, without anything that somebody typed. */
export function publishedValue(body: QuestionBody, value: AnswerValue | null): AnswerValue | null {
  if (body.type !== "fill" || !isList(value)) return value;
  return body.blanks.map((accepted, index) => (isAccepted(value[index] ?? "", accepted) ? (accepted[0] ?? "") : ""));
}

/** Each person's best score and place; equal scores share the place. */
export function placesOf(attempts: readonly Pick<ArchiveAttempt, "pseudonym" | "score">[]) {
  const best = new Map<string, number>();
  for (const { pseudonym, score } of attempts) best.set(pseudonym, Math.max(best.get(pseudonym) ?? 0, score));
  return rank([...best].map(([id, points]) => ({ id, points })));
}

function lineOf(fields: readonly string[]): string {
  const bad = fields.find((field) => !isField(field));
  if (bad !== undefined) throw new RangeError(`Cannot stand in an export: ${JSON.stringify(bad)}`);
  return fields.join("\t");
}

function attemptLine({ pseudonym, number, date, score, maxScore, answers }: ArchiveAttempt): string {
  const values = JSON.stringify(answers.map(({ value }) => value));
  const fractions = JSON.stringify(answers.map(({ fraction }) => fraction));
  return lineOf(["attempt", pseudonym, String(number), date, String(score), String(maxScore), values, fractions]);
}

/** The exact text. The same for any order of questions, people and attempts. Throws a RangeError for what cannot stand in it. */
export function contestArchiveOf(input: ContestArchiveInput): string {
  const { contestId, seal, seed, blueprint, questions, contents, freed, attempts } = input;
  const places = placesOf(attempts);
  const lines = [
    lineOf(["blueprint", blueprintForm(blueprint)]),
    lineOf(["seed", seed]),
    ...questions.map(questionLine),
    ...contents.map(({ versionId, content }) => lineOf(["content", versionId, content])),
    ...freed.map(({ questionId, why }) => lineOf(["freed", questionId, why])),
    ...attempts.map(attemptLine),
    ...places.map(({ id, points, place }) => lineOf(["place", id, String(points), String(place)])),
  ];
  const sizes = [String(places.length), String(attempts.length)];
  const header = lineOf([CONTEST_ARCHIVE_NAME, CONTEST_ARCHIVE_FORMAT, contestId, seal, ...sizes]);
  return [header, ...lines.sort(compareUtf8)].map((line) => `${line}\n`).join("");
}
