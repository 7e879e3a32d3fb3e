/**
 * Which questions a paper takes from the bank.
 *
 * The rule: a blueprint asks in parts for so many questions of a topic, period, type, difficulty or origin; every question of
 * the bank is as likely as the others that fit, and none appears twice in a paper. Whenever the bank can satisfy all
 * parts together, the draw finds a way: parts with fewer candidates choose first, and a question already taken is
 * handed over when its part can be served otherwise (augmenting paths, as in bipartite matching).
 * Source: docs/architecture.md, quizzes; H. W. Kuhn, "The Hungarian method" (1955) for the exchange.
 *
 * Example: the parts "1 question of the topic meetings" and "1 easy question" with a bank of one easy question on
 * meetings and one easy question on the army: the first part gets the meeting, the second the army, for every seed.
 */
import { rngFrom } from "@/domain/random";
import type {
  Blueprint,
  BlueprintPart,
  Difficulty,
  Period,
  QuestionOrigin,
  QuestionType,
} from "@/domain/quizzes/types";

export type QuestionSummary = {
  readonly questionId: string;
  readonly topic: string;
  readonly period: Period;
  readonly type: QuestionType;
  readonly difficulty: Difficulty;
  /** Asked for by contests alone. */
  readonly origin?: QuestionOrigin;
};

export type DrawnQuestion = { readonly questionId: string; readonly points: number };

export type DrawResult =
  | { readonly ok: true; readonly questions: readonly DrawnQuestion[] }
  /** `part` is the index in the blueprint, `missing` how many more questions that part would need. */
  | { readonly ok: false; readonly reason: "not-enough"; readonly part: number; readonly missing: number };

/** Whether a question meets every condition of a part. */
export function fitsPart(question: QuestionSummary, part: BlueprintPart): boolean {
  return (
    (part.topic === undefined || part.topic === question.topic) &&
    (part.period === undefined || part.period === question.period) &&
    (part.type === undefined || part.type === question.type) &&
    (part.difficulty === undefined || part.difficulty === question.difficulty) &&
    (part.origin === undefined || part.origin === question.origin)
  );
}

type Seat = { readonly index: number; readonly part: BlueprintPart; readonly candidates: readonly string[] };
/** Question id → the seat that holds it. */
type Holders = Map<string, Seat>;

/**
 * Draws a paper's questions, in the order of the blueprint's parts. The result depends on the seed and on the set of
 * questions, not on the order in which the bank comes out of a database.
 */
export function drawQuestions(bank: readonly QuestionSummary[], blueprint: Blueprint, seed: string): DrawResult {
  const rng = rngFrom(`${seed}/draw`);
  const seats = blueprint.parts.map((part, index): Seat => {
    const ids = new Set(bank.filter((question) => fitsPart(question, part)).map((question) => question.questionId));
    return { index, part, candidates: rng.shuffle([...ids].sort()) };
  });
  const narrowFirst = [...seats].sort((a, b) => a.candidates.length - b.candidates.length || a.index - b.index);
  const holders: Holders = new Map();
  for (const seat of narrowFirst) {
    for (let served = 0; served < seat.part.count; served += 1) {
      if (!giveOne(seat, holders, new Set())) {
        return { ok: false, reason: "not-enough", part: seat.index, missing: seat.part.count - served };
      }
    }
  }
  const questions = seats.flatMap((seat) =>
    seat.candidates
      .filter((questionId) => holders.get(questionId) === seat)
      .map((questionId): DrawnQuestion => ({ questionId, points: seat.part.points })),
  );
  return { ok: true, questions };
}

/** Gives the seat one question more: a free one, or one whose holder can be given another. */
function giveOne(seat: Seat, holders: Holders, asked: Set<Seat>): boolean {
  asked.add(seat);
  const free = seat.candidates.find((questionId) => !holders.has(questionId));
  if (free !== undefined) {
    holders.set(free, seat);
    return true;
  }
  for (const questionId of seat.candidates) {
    const holder = holders.get(questionId);
    if (holder !== undefined && !asked.has(holder) && giveOne(holder, holders, asked)) {
      holders.set(questionId, seat);
      return true;
    }
  }
  return false;
}
