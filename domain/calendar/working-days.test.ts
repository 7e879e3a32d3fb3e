import { describe, expect, it } from "vitest";
import { HOLIDAY_YEARS, type Holiday } from "./holidays";
import { addDays, weekdayOf } from "./plain-date";
import { addWorkingDays, dayKindOf, isWorkingDay, nextWorkingDay } from "./working-days";

describe("the kind of a day", () => {
  it.each([
    ["2026-11-23", true, null],
    ["2026-11-22", false, "周末"],
    ["2026-01-03", false, "元旦"],
    ["2026-01-04", true, "调休上班"],
    ["2026-02-14", true, "调休上班"],
    ["2026-02-15", false, "春节"],
    ["2026-02-23", false, "春节"],
    ["2026-02-24", true, null],
    ["2026-05-09", true, "调休上班"],
    ["2026-10-07", false, "国庆节"],
    ["2026-10-08", true, null],
    ["2025-10-08", false, "国庆节、中秋节"],
    ["2025-01-02", true, null],
  ])("%s: working %s, %s", (date, isWorking, name) => {
    expect(dayKindOf(date)).toEqual({ isWorking, isKnown: true, name });
    expect(isWorkingDay(date)).toBe(isWorking);
  });

  it("of a year without a notice is told from the weekday, and says so", () => {
    expect(dayKindOf("2027-01-01")).toEqual({ isWorking: true, isKnown: false, name: null });
    expect(dayKindOf("2027-01-02")).toEqual({ isWorking: false, isKnown: false, name: "周末" });
    expect(dayKindOf("2026-01-01", [])).toEqual({ isWorking: true, isKnown: false, name: null });
  });

  it.each([["2026-02-30"], ["11-22"], ["2026-11"], [""]])("%j is refused", (text) => {
    expect(() => dayKindOf(text)).toThrow(RangeError);
  });
});

describe("counting working days", () => {
  it.each([
    ["2026-11-22", 3, "2026-11-25", true, "from a Sunday"],
    ["2026-11-23", 3, "2026-11-26", true, "from a Monday"],
    ["2026-11-20", 1, "2026-11-23", true, "over a weekend"],
    ["2026-11-23", 10, "2026-12-07", true, "two weeks"],
    ["2026-09-30", 5, "2026-10-13", true, "over the National Day with its worked Saturday"],
    ["2026-02-13", 1, "2026-02-14", true, "to a worked Saturday"],
    ["2026-02-14", 1, "2026-02-24", true, "over nine days off"],
    ["2026-12-29", 2, "2026-12-31", true, "to the last day known"],
    ["2026-12-31", 1, "2027-01-01", false, "into a year whose days off are not known"],
    ["2026-12-28", 5, "2027-01-04", false, "over its weekend"],
  ])("%s and %i more: %s, known %s (%s)", (date, count, expected, isKnown) => {
    expect(addWorkingDays(date, count)).toEqual({ date: expected, isKnown });
  });

  it("the next one is the first after, never the day itself", () => {
    expect(nextWorkingDay("2026-09-30")).toEqual({ date: "2026-10-08", isKnown: true });
    expect(nextWorkingDay("2026-11-24")).toEqual({ date: "2026-11-25", isKnown: true });
  });

  it.each([[0], [-1], [1.5], [Number.NaN]])("%s working days are refused", (count) => {
    expect(() => addWorkingDays("2026-11-22", count)).toThrow(RangeError);
  });
});

function daysOf({ from, to }: Holiday): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

describe("the table of every year", () => {
  it.each(HOLIDAY_YEARS.map((year) => [year.year, year] as const))("%s agrees with itself", (_name, year) => {
    for (const { from, to } of year.holidays) expect(from <= to).toBe(true);
    const days = year.holidays.flatMap(daysOf);
    expect(new Set(days).size).toBe(days.length);
    for (const day of [...days, ...year.workedWeekends]) expect(day.slice(0, 4)).toBe(year.year);
    for (const day of year.workedWeekends) {
      expect(weekdayOf(day)).toBeGreaterThanOrEqual(6);
      expect(days).not.toContain(day);
    }
    expect(year.source.url).toMatch(/^https:\/\/www\.gov\.cn\//u);
  });

  // The notices give the number of days off; what is worked instead makes up for them. From 2025 on thirteen days are
  // off by law.
  it.each([
    ["2025", 28, 5],
    ["2026", 33, 6],
  ])("%s has %i days off and %i worked weekends", (name, off, worked) => {
    const year = HOLIDAY_YEARS.find((one) => one.year === name);
    expect(year?.holidays.flatMap(daysOf)).toHaveLength(off);
    expect(year?.workedWeekends).toHaveLength(worked);
  });

  it("takes thirteen working days from Monday to Friday in a year, as the law says", () => {
    for (const { year, holidays, workedWeekends } of HOLIDAY_YEARS) {
      const weekdays = holidays.flatMap(daysOf).filter((day) => weekdayOf(day) < 6);
      expect([year, weekdays.length - workedWeekends.length]).toEqual([year, 13]);
    }
  });
});
