import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  businessDateOf,
  isoWeekOf,
  isQuarter,
  monthDayOf,
  monthOf,
  lastDayOf,
  quarterBounds,
  quarterOf,
  startOfDay,
  timeOf,
} from "./shanghai";

it("is tested in an awkward time zone", () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toMatch(/Kat(h)?mandu/u);
  expect(new Date("2026-11-21T00:00:00Z").getTimezoneOffset()).toBe(-345);
});

describe("the day changes at midnight in Shanghai", () => {
  it.each([
    ["2026-11-21T15:59:59.999Z", "2026-11-21", "23:59"],
    ["2026-11-21T16:00:00.000Z", "2026-11-22", "00:00"],
    ["2026-12-31T15:59:59.999Z", "2026-12-31", "23:59"],
    ["2026-12-31T16:00:00.000Z", "2027-01-01", "00:00"],
    ["2028-02-28T16:00:00.000Z", "2028-02-29", "00:00"],
    ["2028-02-29T16:00:00.000Z", "2028-03-01", "00:00"],
    ["2026-02-28T16:00:00.000Z", "2026-03-01", "00:00"],
    ["2026-11-21T18:14:59.999Z", "2026-11-22", "02:14"],
    ["1991-09-15T16:00:00.000Z", "1991-09-16", "00:00"],
  ])("%s is %s %s", (instant, date, time) => {
    expect(businessDateOf(new Date(instant))).toBe(date);
    expect(timeOf(new Date(instant))).toBe(time);
  });

  it("agrees with the time zone database since 1991-09-15", () => {
    const reference = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", dateStyle: "short" });
    const range = { min: new Date("1991-09-15T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true };
    fc.assert(fc.property(fc.date(range), (now) => businessDateOf(now) === reference.format(now)));
  });

  it("a day begins at the first instant of its date", () => {
    const start = startOfDay("2026-11-22");
    expect(start).toEqual(new Date("2026-11-21T16:00:00.000Z"));
    expect(businessDateOf(start)).toBe("2026-11-22");
    expect(businessDateOf(new Date(start.getTime() - 1))).toBe("2026-11-21");
    expect(() => startOfDay("2026-02-30")).toThrow(RangeError);
    expect(() => startOfDay("2026-02")).toThrow(RangeError);
  });
});

it.each([
  ["2026-01-01", "01-01", "2026-01", "2026Q1"],
  ["2026-03-31", "03-31", "2026-03", "2026Q1"],
  ["2026-04-01", "04-01", "2026-04", "2026Q2"],
  ["2026-06-30", "06-30", "2026-06", "2026Q2"],
  ["2026-07-01", "07-01", "2026-07", "2026Q3"],
  ["2026-09-30", "09-30", "2026-09", "2026Q3"],
  ["2026-10-01", "10-01", "2026-10", "2026Q4"],
  ["2026-12-31", "12-31", "2026-12", "2026Q4"],
])("%s is day %s of month %s of quarter %s", (date, monthDay, month, quarter) => {
  expect([monthDayOf(date), monthOf(date), quarterOf(date)]).toEqual([monthDay, month, quarter]);
});

it.each([
  ["2026-11-16", "2026-W47"],
  ["2026-11-22", "2026-W47"],
  ["2026-11-23", "2026-W48"],
  ["2026-01-01", "2026-W01"],
  ["2025-12-29", "2026-W01"],
  ["2025-12-28", "2025-W52"],
  ["2026-12-31", "2026-W53"],
  ["2027-01-03", "2026-W53"],
  ["2027-01-04", "2027-W01"],
  ["2024-12-30", "2025-W01"],
  ["2028-02-29", "2028-W09"],
])("%s lies in week %s", (date, week) => {
  expect(isoWeekOf(date)).toBe(week);
});

describe("quarters", () => {
  it.each([
    ["2026Q1", "2025-12-31T16:00:00.000Z", "2026-03-31T16:00:00.000Z"],
    ["2026Q4", "2026-09-30T16:00:00.000Z", "2026-12-31T16:00:00.000Z"],
  ])("%s runs from %s to just before %s", (quarter, start, end) => {
    const bounds = quarterBounds(quarter);
    expect(bounds).toEqual({ start: new Date(start), end: new Date(end) });
    expect(quarterOf(businessDateOf(bounds.start))).toBe(quarter);
    expect(quarterOf(businessDateOf(new Date(bounds.end.getTime() - 1)))).toBe(quarter);
    expect(quarterOf(businessDateOf(bounds.end))).not.toBe(quarter);
    expect(lastDayOf(quarter)).toBe(businessDateOf(new Date(bounds.end.getTime() - 1)));
  });

  it.each([["2026Q0"], ["2026Q5"], ["26Q1"], ["2026-Q1"], ["2026Q1 "], ["2026q1"], [""]])(
    "%j is no quarter",
    (text) => {
      expect(isQuarter(text)).toBe(false);
      expect(() => quarterBounds(text)).toThrow(RangeError);
    },
  );
  it("2026Q4 is one", () => {
    expect(isQuarter("2026Q4")).toBe(true);
  });
});
