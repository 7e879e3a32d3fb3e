import { describe, expect, it } from "vitest";
import { donePercent, publishedOf, standingOf, tally } from "./tallies";

const project = (key: string, state: string, isTaken = false) => ({ key, state, isTaken });

describe("where a project stands", () => {
  it.each([
    ["submitted", false, "waiting"],
    ["checked", false, "waiting"],
    ["returned", false, "waiting"],
    ["published", false, "open"],
    ["published", true, "taken"],
    ["confirmed", true, "confirmed"],
    ["withdrawn", false, "withdrawn"],
  ])("%s, with a claim that has the place: %s → %s", (state, isTaken, expected) => {
    expect(standingOf({ state, isTaken })).toBe(expected);
  });
});

describe("tallies", () => {
  const lines = tally(
    [
      project("wish", "published"),
      project("wish", "confirmed", true),
      project("visit", "withdrawn"),
      project("x", "published", true),
    ],
    ({ key }) => key,
    ["wish", "joint", "visit"],
  );
  it("count each project once, named keys first and also without a project", () => {
    expect(lines.map(({ key }) => key)).toEqual(["wish", "joint", "visit", "x"]);
    expect(lines.map(publishedOf)).toEqual([2, 0, 0, 1]);
    expect(lines.flatMap(({ counts }) => Object.values(counts)).reduce((sum, count) => sum + count, 0)).toBe(4);
  });
  it("the share of those done is of the published, and nothing without one", () => {
    expect(lines.map(donePercent)).toEqual([50, null, null, 0]);
  });
  it("rounds down: not all is not 100", () => {
    const many = Array.from({ length: 200 }, (_, at) => project("a", at === 0 ? "published" : "confirmed"));
    expect(tally(many, ({ key }) => key).map(donePercent)).toEqual([99]);
  });
});
