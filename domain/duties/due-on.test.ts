import { describe, expect, it } from "vitest";
import { dayKindOf } from "@/domain/calendar/working-days";
import { dutyDueOn } from "./due-on";
import { lineFault, type LineText } from "./line";
import { daysOfPeriod, isDayOf, periodLabel, periodsOf, RHYTHMS } from "./rhythm";
import { servingBranch } from "./serving-branch";

const period = (first: string, last: string) => ({ first, last });

describe("the last day of a duty", () => {
  it.each([
    ["the last day of the month when it is worked", "2026-09-01", "2026-09-30", 0, "2026-09-30"],
    ["the Friday before a weekend", "2026-05-01", "2026-05-31", 0, "2026-05-29"],
    ["the working day before a holiday at the end", "2025-01-01", "2025-01-31", 0, "2025-01-27"],
    ["a worked Saturday at the end counts", "2026-02-01", "2026-02-28", 0, "2026-02-28"],
    ["a worked Saturday is counted back over", "2026-02-01", "2026-02-28", 1, "2026-02-27"],
    ["over the Spring Festival back to a worked Saturday", "2026-02-01", "2026-02-28", 5, "2026-02-14"],
    ["over the national day", "2026-10-01", "2026-10-31", 16, "2026-10-09"],
    ["never before the period begins", "2026-02-01", "2026-02-28", 40, "2026-02-02"],
    ["nor on a day off at its beginning", "2026-10-01", "2026-10-31", 40, "2026-10-08"],
    ["for a day in a holiday the working day before", "2026-01-01", "2026-10-05", 0, "2026-09-30"],
  ])("is %s", (_title, first, last, before, day) => {
    expect(dutyDueOn(period(first, last), before)).toEqual({ date: day, isKnown: true });
  });
  it("rests on weekends alone in a year without a notice, and says so", () => {
    expect(dutyDueOn(period("2030-10-01", "2030-10-31"), 20)).toEqual({ date: "2030-10-03", isKnown: false });
  });
  it("goes back into the year before when the first days of a year are off", () => {
    expect(dutyDueOn(period("2026-01-01", "2026-01-02"), 0)).toEqual({ date: "2025-12-31", isKnown: true });
  });
  it("is always a working day", () => {
    for (const rhythm of RHYTHMS.filter((one) => one !== "once")) {
      for (const one of periodsOf(rhythm, "2026", null)) {
        for (let before = 0; before < 25; before += 1) {
          expect(dayKindOf(dutyDueOn(one, before).date).isWorking).toBe(true);
        }
      }
    }
  });
});

describe("periods", () => {
  it.each([
    ["monthly", 12, "2026-02", "2026-02-01", "2026-02-28"],
    ["quarterly", 4, "2026Q2", "2026-04-01", "2026-06-30"],
  ] as const)("%s", (rhythm, count, key, first, last) => {
    const periods = periodsOf(rhythm, "2026", null);
    expect(periods).toHaveLength(count);
    expect(periods[1]).toEqual({ key, first, last });
    expect(daysOfPeriod(key)).toEqual({ first, last });
  });
  it("know leap years", () => {
    expect(periodsOf("monthly", "2028", null)[1]?.last).toBe("2028-02-29");
  });
  it("once has one with a day of that year, else none", () => {
    expect(periodsOf("once", "2026", "2026-07-01")).toHaveLength(1);
    expect(periodsOf("once", "2026", "2027-07-01")).toEqual([]);
    expect(periodsOf("once", "2026", null)).toEqual([]);
  });
  it("read as people say them", () => {
    expect(["2026-03", "2026Q4", "2026"].map(periodLabel)).toEqual(["3月", "第四季度", "全年"]);
  });
  it("refuse what is no key", () => {
    expect(() => daysOfPeriod("2026-13")).toThrow(RangeError);
  });
  it.each([
    ["2026-02-29", false],
    ["2026-02-28", true],
    ["2025-02-28", false],
    ["2026-02", false],
    ["", false],
  ])("%s is a day of 2026: %s", (text, is) => expect(isDayOf("2026", text)).toBe(is));
});

describe("a line", () => {
  const line: LineText = {
    ...{ title: "甲", ask: "乙", rhythm: "monthly", onDate: "", daysBefore: 5, effort: 10, source: "reported" },
  };
  it.each([
    ["a month back", { daysBefore: 16 }, "daysBefore"],
    ["once without a day", { rhythm: "once" }, "onDate"],
    ["once on a day of another year", { rhythm: "once", onDate: "2027-01-01" }, "onDate"],
    ["study asked once", { rhythm: "once", onDate: "2026-05-01", source: "study" }, "source"],
  ] as const)("is refused: %s", (_title, over, field) => {
    expect(lineFault({ ...line, ...over }, "2026")?.field).toBe(field);
  });
  it("is taken", () => {
    expect(lineFault(line, "2026")).toBeNull();
    expect(lineFault({ ...line, rhythm: "once", onDate: "2026-05-01" }, "2026")).toBeNull();
  });
});

describe("the branch that keeps the list", () => {
  const branch = (branchId: string, people: number, isHosted = false) => ({ branchId, people, isHosted });
  it.each([
    ["none without a branch", [], null],
    ["its own, even when more of its people are elsewhere", [branch("a", 9), branch("b", 0, true)], "b"],
    ["the joint one with most of its people", [branch("a", 2), branch("b", 3)], "b"],
    ["of equals always the same", [branch("b", 2), branch("a", 2)], "a"],
  ] as const)("is %s", (_title, branches, wanted) => expect(servingBranch(branches)).toBe(wanted));
});
