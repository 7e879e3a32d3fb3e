import { expect, it } from "vitest";
import { countsAsMember, isStanding, STANDING_LABELS, STANDINGS } from "./standing";

it("counts full and probationary members and nobody else", () => {
  expect(STANDINGS.filter(countsAsMember)).toEqual(["full", "probationary"]);
});

it("names every standing in Chinese", () => {
  expect(STANDINGS.map((standing) => STANDING_LABELS[standing])).toEqual([
    "正式党员",
    "预备党员",
    "入党申请人",
    "职工",
  ]);
});

it("knows its own words only", () => {
  expect(isStanding("full")).toBe(true);
  expect(isStanding("Full")).toBe(false);
  expect(isStanding("toString")).toBe(false);
});
