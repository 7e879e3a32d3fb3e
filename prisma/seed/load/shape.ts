// The shape of a zone to measure with: of 410 organisations 30 hold most of the members, 80 have 3 to 15, the other 300
// none to two. Other totals keep the proportions. The same numbers always give the same zone.
export type LoadOrganisation = { index: number; size: "large" | "middle" | "small"; members: number };

const LARGE_SHARE = 30 / 410;
const MIDDLE_SHARE = 80 / 410;

/** Members of the middle and of the small ones, over and over. */
const MIDDLE = [3, 3, 4, 15, 3, 5, 4, 3, 6, 5];
const SMALL = [0, 0, 1, 0, 0, 2, 0, 1, 0, 0];

const cycle = (pattern: readonly number[], index: number): number => pattern[index % pattern.length] ?? 0;

/** Exactly so many organisations with exactly so many members in all. Throws a RangeError when they do not fit. */
export function loadShape(input: { members: number; organisations: number }): LoadOrganisation[] {
  const { members, organisations } = input;
  const large = Math.max(1, Math.round(organisations * LARGE_SHARE));
  const middle = Math.min(organisations - large, Math.round(organisations * MIDDLE_SHARE));
  const shape = Array.from({ length: organisations }, (_, index): LoadOrganisation => {
    if (index < large) return { index, size: "large", members: 0 };
    if (index < large + middle) return { index, size: "middle", members: cycle(MIDDLE, index - large) };
    return { index, size: "small", members: cycle(SMALL, index - large - middle) };
  });
  const rest = members - shape.reduce((sum, one) => sum + one.members, 0);
  if (rest < large) throw new RangeError(`${members}人不够分给${organisations}家组织。`);
  return shape.map((one) =>
    one.size === "large" ? { ...one, members: Math.floor(rest / large) + (one.index < rest % large ? 1 : 0) } : one,
  );
}
