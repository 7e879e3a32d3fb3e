import { expect, it } from "vitest";
import { compareShares, percentOf, shareOf, sharesOfParts, type Share } from "./share";

const shown = (part: number, whole: number): Share => ({ kind: "shown", part, whole });

it.each([
  ["nobody is nothing", { people: 0, part: 0, whole: 0 }, { kind: "none" }],
  ["one person is not shown", { people: 1, part: 1, whole: 1 }, { kind: "few" }],
  ["four people are not shown", { people: 4, part: 3, whole: 8 }, { kind: "few" }],
  ["five people are", { people: 5, part: 3, whole: 9 }, shown(3, 9)],
  ["five people who are all excused have nothing to show", { people: 5, part: 0, whole: 0 }, { kind: "none" }],
  ["nothing done is shown too", { people: 5, part: 0, whole: 5 }, shown(0, 5)],
])("a share: %s", (_sentence, sum, expected) => {
  expect(shareOf(sum)).toEqual(expected);
});

it.each([
  [0, 3, 0],
  [1, 3, 33],
  [1, 8, 13],
  [1, 200, 1],
  [199, 200, 100],
  [7, 7, 100],
])("%i of %i are %i percent", (part, whole, expected) => {
  expect(percentOf(shown(part, whole))).toBe(expected);
});

it("what is not shown has no percentage", () => {
  expect([percentOf({ kind: "few" }), percentOf({ kind: "none" })]).toEqual([null, null]);
});

it("sorts by the share itself, in either direction, with what is not shown behind", () => {
  const shares = [shown(2, 3), { kind: "few" } as const, shown(1, 2), { kind: "none" } as const, shown(4, 6)];
  const words = (list: readonly Share[]) => list.map((one) => (one.kind === "shown" ? `${one.part}/${one.whole}` : ""));
  expect(words([...shares].sort((a, b) => compareShares(a, b)))).toEqual(["1/2", "2/3", "4/6", "", ""]);
  expect(words([...shares].sort((a, b) => compareShares(a, b, -1)))).toEqual(["2/3", "4/6", "1/2", "", ""]);
});

it.each([
  ["everything is shown", [20, 12, 5], ["shown", "shown", "shown"]],
  ["a small part takes the smallest other with it", [20, 12, 2], ["shown", "few", "few"]],
  ["two small parts as well", [2, 20, 2], ["few", "few", "few"]],
  ["of equal ones the first", [2, 20, 20, 30], ["few", "few", "shown", "shown"]],
  ["nothing is left to take", [2, 3], ["few", "few"]],
  ["an empty part is no small one", [0, 20], ["none", "shown"]],
])("parts of a whole: %s", (_sentence, people, kinds) => {
  const sums = people.map((count) => ({ people: count, part: 1, whole: 2 }));
  expect(sharesOfParts(sums).map(({ kind }) => kind)).toEqual(kinds);
});
