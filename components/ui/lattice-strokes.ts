/**
 * 回执纹: five fingertip arches broken by the digest of a receipt.
 *
 * The rule: the arches are drawn from the innermost outwards. Each hexadecimal digit of the digest, in order, is the
 * length of one dash (4.2 to 12.45 units in steps of 0.55), gaps are always 2.6; a new arch starts with the next
 * digit. A digest that is used up starts again. The same digest always gives the same drawing.
 *
 * Example: for a digest `0f…` the innermost arch starts with a dash of 4.2, a gap of 2.6 and a dash of 12.45.
 */
export type Stroke = { readonly path: string; readonly dashes: string };

const ARCHES = [
  { radius: 4, foot: 37 },
  { radius: 8.25, foot: 35.9 },
  { radius: 12.5, foot: 34.8 },
  { radius: 16.75, foot: 33.7 },
  { radius: 21, foot: 32.6 },
];
const CENTRE = 24;
const SHORTEST = 4.2;
const STEP = 0.55;
const GAP = 2.6;
const HEX = 16;

/** The arches of a digest for a 48 × 42 drawing. Digits that are not hexadecimal count as 0. */
export function latticeStrokes(digest: string): Stroke[] {
  let used = 0;
  const nextDash = (): number => {
    const digit = Number.parseInt(digest.charAt(used % Math.max(1, digest.length)), HEX);
    used += 1;
    return SHORTEST + STEP * (Number.isNaN(digit) ? 0 : digit);
  };
  return ARCHES.map(({ radius, foot }) => {
    const length = 2 * (foot - CENTRE) + Math.PI * radius;
    const dashes: string[] = [];
    for (let drawn = 0; drawn < length;) {
      const dash = nextDash();
      dashes.push(dash.toFixed(2), GAP.toFixed(2));
      drawn += dash + GAP;
    }
    const left = (CENTRE - radius).toFixed(2);
    const up = (foot - CENTRE).toFixed(2);
    return {
      path: `M${left} ${foot}v-${up}a${radius} ${radius} 0 0 1 ${(2 * radius).toFixed(2)} 0v${up}`,
      dashes: dashes.join(" "),
    };
  });
}
