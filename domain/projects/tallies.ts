/**
 * How many projects stand where, by kind or by village. Each project counts once, in the state it is in today; what was
 * taken back or waits for a look is not among the published.
 *
 * Example: 3 open, 1 being done and 2 done of wishes → 6 published, 2 done, a third.
 */
export const STANDINGS = ["waiting", "open", "taken", "confirmed", "withdrawn"] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_WORDS: Readonly<Record<Standing, string>> = Object.freeze({
  waiting: "等审或退回",
  open: "待认领",
  taken: "有人在办",
  confirmed: "已办成",
  withdrawn: "已撤回",
});

export interface TalliedProject {
  readonly state: string;
  readonly isTaken: boolean;
}

export type Tally = { readonly key: string; readonly counts: Readonly<Record<Standing, number>> };

/** Where a project stands today. */
export function standingOf({ state, isTaken }: TalliedProject): Standing {
  if (state === "confirmed" || state === "withdrawn") return state;
  if (state !== "published") return "waiting";
  return isTaken ? "taken" : "open";
}

const NONE: Readonly<Record<Standing, number>> = { waiting: 0, open: 0, taken: 0, confirmed: 0, withdrawn: 0 };

/** One tally for each key, those of `keys` first and also when they have no project, then the others by name. */
export function tally<P extends TalliedProject>(
  projects: readonly P[],
  keyOf: (project: P) => string,
  keys: readonly string[] = [],
): Tally[] {
  const found = new Map<string, Record<Standing, number>>(keys.map((key) => [key, { ...NONE }]));
  for (const project of projects) {
    const counts = found.get(keyOf(project)) ?? { ...NONE };
    counts[standingOf(project)] += 1;
    found.set(keyOf(project), counts);
  }
  const others = [...found.keys()].filter((key) => !keys.includes(key)).sort((a, b) => (a < b ? -1 : 1));
  return [...keys, ...others].map((key) => ({ key, counts: found.get(key) ?? NONE }));
}

/** Everybody's eyes have seen so many. */
export const publishedOf = ({ counts }: Tally): number => counts.open + counts.taken + counts.confirmed;

/** Percent of the published that are done, rounded down; null without a published one. */
export function donePercent(line: Tally): number | null {
  const published = publishedOf(line);
  return published === 0 ? null : Math.floor((line.counts.confirmed * 100) / published);
}
