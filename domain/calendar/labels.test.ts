import { expect, it } from "vitest";
import { formatDay, formatFull, formatInstant, formatLeaf } from "./labels";

it.each([
  ["2026-07-23", "7月23日"],
  ["07-01", "7月1日"],
  ["02-29", "2月29日"],
])("%s reads %s", (text, label) => {
  expect(formatDay(text)).toBe(label);
});

it.each([
  ["1921", "1921年"],
  ["1921-07", "1921年7月"],
  ["2026-07-23", "2026年7月23日"],
  ["07-23", "7月23日"],
])("%s reads in full %s", (text, label) => {
  expect(formatFull(text)).toBe(label);
});

it.each([
  ["2026-07-23", { day: "23", yearMonth: "二〇二六年七月", weekday: "星期四" }],
  ["2027-01-03", { day: "3", yearMonth: "二〇二七年一月", weekday: "星期日" }],
  ["2030-12-01", { day: "1", yearMonth: "二〇三〇年十二月", weekday: "星期日" }],
  ["2026-10-05", { day: "5", yearMonth: "二〇二六年十月", weekday: "星期一" }],
])("the leaf of %s", (text, leaf) => {
  expect(formatLeaf(text)).toEqual(leaf);
});

it.each([
  ["2026-07-26T11:42:59.999Z", "7月26日 19:42"],
  ["2026-12-31T15:59:59.999Z", "12月31日 23:59"],
  ["2026-12-31T16:00:00.000Z", "1月1日 00:00"],
])("%s reads %s in Shanghai", (instant, label) => {
  expect(formatInstant(new Date(instant))).toBe(label);
});

it("refuses what is no day", () => {
  expect(() => formatDay("2026-07")).toThrow(RangeError);
  expect(() => formatDay("2026-02-30")).toThrow(RangeError);
  expect(() => formatFull("7月")).toThrow(RangeError);
  expect(() => formatLeaf("07-23")).toThrow(RangeError);
});
