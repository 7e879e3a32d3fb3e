import { describe, expect, it } from "vitest";
import { addDays, comparePlainDates, parsePlainDate, weekdayOf } from "./plain-date";

describe("reading a plain date", () => {
  it.each([
    ["1921", { precision: "year", year: 1921 }],
    ["1921-07", { precision: "month", year: 1921, month: 7 }],
    ["1921-07-23", { precision: "day", year: 1921, month: 7, day: 23 }],
    ["07-23", { precision: "month-day", month: 7, day: 23 }],
    ["02-29", { precision: "month-day", month: 2, day: 29 }],
    ["2000-02-29", { precision: "day", year: 2000, month: 2, day: 29 }],
    ["2024-02-29", { precision: "day", year: 2024, month: 2, day: 29 }],
    ["2026-12-31", { precision: "day", year: 2026, month: 12, day: 31 }],
  ])("%s is taken", (text, expected) => {
    expect(parsePlainDate(text)).toEqual(expected);
  });

  it.each([
    ["2026-02-30"],
    ["02-30"],
    ["2025-02-29"],
    ["1900-02-29"],
    ["2026-04-31"],
    ["2026-00-10"],
    ["2026-13-01"],
    ["13-01"],
    ["00-01"],
    ["07-00"],
    ["2026-07-00"],
    ["0000"],
    ["2026-7-1"],
    ["26-07-01"],
    ["2026-07-01T00:00:00Z"],
    [" 2026"],
    ["2026/07/01"],
    ["２０２６"],
    ["07-23\n"],
    [""],
  ])("%j is refused", (text) => {
    expect(parsePlainDate(text)).toBeNull();
  });
});

it("orders dates, the vaguer one first", () => {
  const ordered = ["1919-05-04", "1921", "1921-07", "1921-07-01", "1921-07-23", "1921-08", "1922"];
  expect([...ordered].reverse().sort(comparePlainDates)).toEqual(ordered);
  expect(["12-31", "02-29", "02-28"].sort(comparePlainDates)).toEqual(["02-28", "02-29", "12-31"]);
  expect(comparePlainDates("1921-07-23", "1921-07-23")).toBe(0);
  expect(() => comparePlainDates("07-23", "1921-07-23")).toThrow(RangeError);
  expect(() => comparePlainDates("1921-02-30", "1921")).toThrow(RangeError);
});

it.each([
  ["2026-12-31", 1, "2027-01-01"],
  ["2027-01-01", -1, "2026-12-31"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-02-28", 1, "2026-03-01"],
  ["2026-11-21", 0, "2026-11-21"],
  ["0099-12-31", 1, "0100-01-01"],
  ["1969-12-31", 365, "1970-12-31"],
])("%s and %i days is %s", (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});

it.each([
  ["2026-11-16", 1],
  ["2026-11-21", 6],
  ["2026-11-22", 7],
  ["1970-01-01", 4],
  ["1969-12-31", 3],
  ["1921-07-23", 6],
  ["2028-02-29", 2],
])("%s is day %i of its week", (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday);
});

it("counts days only", () => {
  expect(() => addDays("2026-11", 1)).toThrow(RangeError);
  expect(() => weekdayOf("07-23")).toThrow(RangeError);
});
