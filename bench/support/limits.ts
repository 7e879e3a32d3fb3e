/** What a measurement may be at most. */
interface Limit {
  readonly what: string;
  readonly measured: number;
  readonly most: number;
  readonly unit: string;
}

/** The limits that were not kept, one sentence each: with one of them a bench ends with exit code 1. */
export const missedLimits = (limits: readonly Limit[]): string[] =>
  limits
    // What was not measured is no number and was not kept either.
    .filter(({ measured, most }) => !(measured <= most))
    .map(({ what, measured, most, unit }) => `${what}：${measured}${unit}，最多${most}${unit}`);

/** What a bench says of the limits that it holds; nothing where it holds none. */
export function missedOf(result: unknown): readonly string[] {
  const isHeld = typeof result === "object" && result !== null && "missed" in result;
  return isHeld ? (result.missed as readonly string[]) : [];
}
