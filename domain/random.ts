/**
 * Reproducible randomness: whoever holds the seed can draw the same paper again.
 *
 * The rule: nothing in domain/ is random by itself. A seed (a string) comes in as an argument, and the same seed gives
 * the same numbers on every platform, for ever: papers of closed attempts are explained with it.
 * Source: the generator is sfc32 of PractRand (Chris Doty-Humphrey, public domain), seeded through a 128-bit string
 * hash; only 32-bit integer arithmetic is used, so no engine can differ.
 *
 * Example: `rngFrom("zunyi").shuffle(["a", "b", "c", "d"])` gives the same order today and in ten years.
 */

export type Rng = {
  /** A number in [0, 1) with 32 random bits. */
  next(): number;
  /** An integer from 0 to n − 1; throws a RangeError unless n is a whole number from 1. */
  int(n: number): number;
  /** A new array in random order (Fisher–Yates); the argument is left as it was. */
  shuffle<T>(items: readonly T[]): T[];
  /** One of the items; throws a RangeError when there is none. */
  pick<T>(items: readonly T[]): T;
};

/** Rounds thrown away after seeding, so that similar seeds give unrelated numbers. */
const WARM_UP = 16;

/** The generator of a seed. Guarantees the same sequence for the same seed on every platform. */
export function rngFrom(seed: string): Rng {
  const nextUint32 = sfc32(hash128(seed));
  const next = (): number => nextUint32() / 0x1_0000_0000;
  const int = (n: number): number => {
    if (!Number.isInteger(n) || n < 1) throw new RangeError(`int(n) needs a whole number from 1, not ${n}`);
    return Math.floor(next() * n);
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = int(last + 1);
      [result[last], result[other]] = [result[other] as T, result[last] as T];
    }
    return result;
  };
  const pick = <T>(items: readonly T[]): T => items[int(items.length)] as T;
  return { next, int, shuffle, pick };
}

type FourWords = readonly [number, number, number, number];

/** Four different 32-bit words of a string, each letter reaching all of them (after bryc's cyrb128, public domain). */
function hash128(text: string): FourWords {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  a ^= b ^ c ^ d;
  return [a, b ^ a, c ^ a, d ^ a];
}

function sfc32([first, second, third, fourth]: FourWords): () => number {
  let a = first | 0;
  let b = second | 0;
  let c = third | 0;
  let counter = fourth | 0;
  const nextUint32 = (): number => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + result) | 0;
    return result >>> 0;
  };
  for (let round = 0; round < WARM_UP; round += 1) nextUint32();
  return nextUint32;
}
