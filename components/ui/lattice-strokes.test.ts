import { expect, it } from "vitest";
import { latticeStrokes } from "./lattice-strokes";

const DIGEST = "0f3a".repeat(16);

it("draws five arches, the first as the rule's example says", () => {
  const strokes = latticeStrokes(DIGEST);
  expect(strokes).toHaveLength(5);
  expect(strokes[0]?.dashes.split(" ").slice(0, 3)).toEqual(["4.20", "2.60", "12.45"]);
  expect(strokes[0]?.path).toBe("M20.00 37v-13.00a4 4 0 0 1 8.00 0v13.00");
});

it("fills every arch with its dashes", () => {
  const lengths = [38.6, 49.7, 60.9, 72, 83.2];
  latticeStrokes(DIGEST).forEach(({ dashes }, index) => {
    const drawn = dashes.split(" ").reduce((sum, each) => sum + Number(each), 0);
    expect(drawn).toBeGreaterThanOrEqual((lengths[index] ?? 0) - 0.1);
  });
});

it("is the same for the same digest and differs with its first and last digit in use", () => {
  expect(latticeStrokes(DIGEST)).toEqual(latticeStrokes(DIGEST));
  expect(latticeStrokes(`1${DIGEST.slice(1)}`)).not.toEqual(latticeStrokes(DIGEST));
  expect(latticeStrokes(`${DIGEST.slice(0, 20)}5${DIGEST.slice(21)}`)).not.toEqual(latticeStrokes(DIGEST));
});

it.each(["", "xyz", "a"])("draws something for %j as well", (digest) => {
  expect(latticeStrokes(digest)).toHaveLength(5);
});
