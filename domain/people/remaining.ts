/**
 * A place is closed only when nothing is left in it. What is left is said in words, with a few names, so that whoever
 * closes it knows what to move first.
 *
 * Example: 3 branches, the first two named 一支部 and 二支部 → 支部3个（一支部、二支部等）.
 */
export interface Remaining {
  /** 支部 */
  readonly what: string;
  /** 个 */
  readonly unit: string;
  readonly count: number;
  /** Some of their names, the first ones. */
  readonly names: readonly string[];
}

/** How many names are told of each kind; a longer list is for the page it stands on. */
export const NAMES_TOLD = 5;

/** Kinds of which nothing is left are not mentioned; empty when the place is empty. */
export function tellRemaining(remaining: readonly Remaining[]): string {
  return remaining
    .filter(({ count }) => count > 0)
    .map(({ what, unit, count, names }) => {
      const told = names.slice(0, NAMES_TOLD).join("、");
      const isMore = count > Math.min(names.length, NAMES_TOLD);
      return `${what}${count}${unit}${told === "" ? "" : `（${told}${isMore ? "等" : ""}）`}`;
    })
    .join("，");
}
