/**
 * Sums of first answers by quarter, topic, and the branch and organisation that the person belonged to on the day of the
 * answer. The sums are a cache: made anew from the answers and the dated stays they are the same. Of several rows marked
 * as the first answer to one question, the earliest counts.
 *
 * Example: right on 1 November in branch b1, wrong on 3 November after moving to b2, both about meetings: two sums,
 * b1 with 1 of 1 and b2 with 0 of 1.
 */
import { quarterOf } from "@/domain/calendar/shanghai";

export interface FirstAnswer {
  readonly id: string;
  readonly questionId: string;
  readonly topic: string;
  readonly businessDate: string;
  readonly isRight: boolean;
}

/** A stay in a branch or an organisation; `until` is its last day, null while it lasts. */
export interface Stay {
  readonly id: string;
  readonly placeId: string;
  readonly since: string;
  readonly until: string | null;
}

/** `branchId` and `organisationId` are empty when the person had none on that day. */
export interface RecallSum {
  readonly quarter: string;
  readonly topic: string;
  readonly branchId: string;
  readonly organisationId: string;
  readonly firsts: number;
  readonly rights: number;
}

export type RecallKey = Omit<RecallSum, "firsts" | "rights">;

export interface RecallDifference {
  readonly key: RecallKey;
  /** What the answers give; null when there should be no such row. */
  readonly answers: RecallSum | null;
  readonly cached: RecallSum | null;
}

const text = (key: RecallKey): string => JSON.stringify([key.quarter, key.topic, key.branchId, key.organisationId]);
const newestFirst = (a: Stay, b: Stay): number => (a.since + a.id < b.since + b.id ? 1 : -1);

/** Where somebody is on a day: of stays that overlap, the one that began last; empty for nowhere. */
function placeOn(stays: readonly Stay[], day: string): string {
  const there = stays.filter(({ since, until }) => since <= day && (until === null || until >= day));
  return there.sort(newestFirst)[0]?.placeId ?? "";
}

/** Rows that are marked as first although an earlier row answers the same question; their ids. */
export function doubledFirsts(answers: readonly FirstAnswer[]): string[] {
  const seen = new Set<string>();
  return inOrder(answers).flatMap(({ id, questionId }) => {
    if (seen.has(questionId)) return [id];
    seen.add(questionId);
    return [];
  });
}

function inOrder(answers: readonly FirstAnswer[]): FirstAnswer[] {
  const at = ({ businessDate, id }: FirstAnswer): string => `${businessDate} ${id}`;
  return [...answers].sort((a, b) => (at(a) < at(b) ? -1 : 1));
}

/** The sums of one person's first answers. */
export function recallTotals(
  answers: readonly FirstAnswer[],
  stays: { readonly branches: readonly Stay[]; readonly organisations: readonly Stay[] },
): RecallSum[] {
  const doubled = new Set(doubledFirsts(answers));
  const sums = new Map<string, RecallSum>();
  for (const { id, topic, businessDate, isRight } of answers) {
    if (doubled.has(id)) continue;
    const key = {
      ...{ quarter: quarterOf(businessDate), topic },
      ...{
        branchId: placeOn(stays.branches, businessDate),
        organisationId: placeOn(stays.organisations, businessDate),
      },
    };
    const { firsts, rights } = sums.get(text(key)) ?? { firsts: 0, rights: 0 };
    sums.set(text(key), { ...key, firsts: firsts + 1, rights: rights + (isRight ? 1 : 0) });
  }
  return [...sums.values()];
}

/** Where the cache differs from what the answers give, in a fixed order; empty when they agree row by row. */
export function compareRecallTotals(input: {
  answers: readonly RecallSum[];
  cached: readonly RecallSum[];
}): RecallDifference[] {
  const answers = new Map(input.answers.map((sum) => [text(sum), sum]));
  const cached = new Map(input.cached.map((sum) => [text(sum), sum]));
  return [...new Set([...answers.keys(), ...cached.keys()])].sort().flatMap((at) => {
    const [ours, theirs] = [answers.get(at) ?? null, cached.get(at) ?? null];
    const known = ours ?? theirs;
    if (known === null || (ours?.firsts === theirs?.firsts && ours?.rights === theirs?.rights)) return [];
    const { quarter, topic, branchId, organisationId } = known;
    return [{ key: { quarter, topic, branchId, organisationId }, answers: ours, cached: theirs }];
  });
}
