import { expect, it } from "vitest";
import { groupBy } from "./grouping";

it("keeps keys and rows in the order in which they come", () => {
  expect([...groupBy(["bc", "a", "d", "ef"], (word) => word.length)]).toEqual([
    [2, ["bc", "ef"]],
    [1, ["a", "d"]],
  ]);
  expect(groupBy([], String).size).toBe(0);
});
