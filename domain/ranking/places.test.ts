import fc from "fast-check";
import { expect, it } from "vitest";
import { rank } from "./places";

const rows = (...points: number[]) => points.map((value, index) => ({ id: `m${index}`, points: value }));
const places = (...points: number[]): number[] => rank(rows(...points)).map((row) => row.place);

it.each([
  [
    [9, 7, 7, 4],
    [1, 2, 2, 4],
  ],
  [
    [5, 5, 5],
    [1, 1, 1],
  ],
  [
    [3, 3, 2, 2, 1],
    [1, 1, 3, 3, 5],
  ],
  [
    [0, 0, -2],
    [1, 1, 3],
  ],
  [[7], [1]],
  [[], []],
])("points %j give places %j", (points, expected) => {
  expect(places(...points)).toEqual(expected);
});

it("equal points stand in the order of ids, whatever the order given", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 30 }),
      fc.infiniteStream(fc.nat()),
      (points, noise) => {
        const straight = rank(rows(...points));
        const shuffled = rows(...points)
          .map((row) => ({ row, key: noise.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        expect(rank(shuffled)).toEqual(straight);
        for (const row of straight) {
          expect(row.place).toBe(1 + points.filter((value) => value > row.points).length);
        }
      },
    ),
  );
});
