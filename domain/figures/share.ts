/**
 * A figure about what people did is shown from five people up: with fewer, everybody could tell who it was. It is shown
 * as a part of a whole, never as a percentage alone.
 *
 * Example: four people with 3 of 8 done are 不足5人，不列; a fifth makes it 3 / 9.
 */
export const SMALLEST_GROUP = 5;

export type Share =
  /** Nothing to count yet. */
  | { readonly kind: "none" }
  /** Somebody, but fewer than five people. */
  | { readonly kind: "few" }
  | { readonly kind: "shown"; readonly part: number; readonly whole: number };

/** `people`: how many different people the whole is made of. */
export function shareOf(sum: { readonly people: number; readonly part: number; readonly whole: number }): Share {
  const { people, part, whole } = sum;
  if (people === 0) return { kind: "none" };
  if (people < SMALLEST_GROUP) return { kind: "few" };
  return whole === 0 ? { kind: "none" } : { kind: "shown", part, whole };
}

type Sum = Parameters<typeof shareOf>[0];

/**
 * The shares of the parts of a whole that is shown as well. When one part is of too few people, the smallest of the
 * others is left out with it: otherwise it could be worked out as what is missing from the whole.
 *
 * Example: three weeks of 20, 12 and 2 people show the first alone.
 */
export function sharesOfParts(sums: readonly Sum[]): Share[] {
  const shares = sums.map(shareOf);
  if (!shares.some(({ kind }) => kind === "few")) return shares;
  const shown = sums.flatMap(({ people }, index) => (shares[index]?.kind === "shown" ? [{ people, index }] : []));
  const smallest = shown.sort((a, b) => a.people - b.people || a.index - b.index)[0];
  return shares.map((share, index) => (index === smallest?.index ? { kind: "few" } : share));
}

/** Whole percent, half rounded up; null for a share that is not shown. */
export function percentOf(share: Share): number | null {
  return share.kind === "shown" ? Math.floor((200 * share.part + share.whole) / (2 * share.whole)) : null;
}

/** The lower share first; what is not shown stands behind in either direction, and equals 0 among itself. */
export function compareShares(a: Share, b: Share, direction: 1 | -1 = 1): number {
  if (a.kind !== "shown" || b.kind !== "shown") return Number(a.kind !== "shown") - Number(b.kind !== "shown");
  return direction * Math.sign(a.part * b.whole - b.part * a.whole);
}
