import { describe, expect, it } from "vitest";
import { builtDates, DAYS_AHEAD, todayPath } from "./today-path";

describe("the front page of a day", () => {
  it.each([
    ["2026-11-19", "/daily/11-19"],
    ["2026-11-20", "/today/2026-11-20"],
    ["2026-11-21", "/today/2026-11-21"],
    ["2027-12-26", "/today/2027-12-26"],
    ["2027-12-27", "/daily/12-27"],
    ["2028-02-29", "/daily/02-29"],
  ])("of %s, built on 2026-11-21, is %s", (today, path) => {
    expect(todayPath(today, "2026-11-21")).toBe(path);
  });
  it("is built for exactly the dates that lead to it", () => {
    const dates = builtDates("2026-11-21");
    expect(dates).toHaveLength(DAYS_AHEAD + 2);
    expect(dates.every((date) => todayPath(date, "2026-11-21") === `/today/${date}`)).toBe(true);
    expect([dates[0], dates.at(-1)]).toEqual(["2026-11-20", "2027-12-26"]);
  });
});
