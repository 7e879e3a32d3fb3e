import { expect, it } from "vitest";
import { latestQuarters, quarterDays } from "./quarter";

it("a quarter has its first and last day, also in a leap year", () => {
  expect(quarterDays("2026Q4")).toEqual({ first: "2026-10-01", last: "2026-12-31" });
  expect(quarterDays("2028Q1")).toEqual({ first: "2028-01-01", last: "2028-03-31" });
});

it("anything else is no quarter", () => {
  expect(() => quarterDays("2026")).toThrow(RangeError);
});

it("goes back over the turn of the year", () => {
  expect(latestQuarters("2026-04-01", 4)).toEqual(["2026Q2", "2026Q1", "2025Q4", "2025Q3"]);
  expect(latestQuarters("2026-03-31", 1)).toEqual(["2026Q1"]);
});
