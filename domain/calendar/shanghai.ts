import { addDays, weekdayOf } from "./plain-date";

/**
 * The business calendar: days, ISO weeks, months and quarters are those of Asia/Shanghai, wherever the server stands.
 * China has kept UTC+8 without summer time since 15 September 1991; for instants from then on a fixed offset is exact
 * until the law changes. Earlier instants do not occur here: dates of history are plain dates.
 *
 * Example: 2026-12-31T16:00:00Z is midnight in Shanghai: business date 2027-01-01, quarter 2027Q1, week 2026-W53.
 */
const OFFSET_MS = 8 * 3_600_000;
const QUARTER = /^(\d{4})Q([1-4])$/u;

function inShanghai(now: Date): string {
  return new Date(now.getTime() + OFFSET_MS).toISOString();
}

/** `YYYY-MM-DD` in Shanghai at that instant. */
export function businessDateOf(now: Date): string {
  return inShanghai(now).slice(0, 10);
}

/** `HH:MM` in Shanghai at that instant, seconds cut off. */
export function timeOf(now: Date): string {
  return inShanghai(now).slice(11, 16);
}

/** `MM-DD` of a business date. */
export function monthDayOf(businessDate: string): string {
  return businessDate.slice(5);
}

/** `YYYY-MM` of a business date. */
export function monthOf(businessDate: string): string {
  return businessDate.slice(0, 7);
}

/** `2026Q4` of a business date. */
export function quarterOf(businessDate: string): string {
  return `${businessDate.slice(0, 4)}Q${Math.ceil(Number(businessDate.slice(5, 7)) / 3)}`;
}

/** `2026-W47`: weeks run Monday to Sunday, and a week belongs to the year that holds its Thursday (ISO 8601). */
export function isoWeekOf(businessDate: string): string {
  const thursday = addDays(businessDate, 4 - weekdayOf(businessDate));
  const year = thursday.slice(0, 4);
  const dayOfYear = (startOfDay(thursday).getTime() - startOfDay(`${year}-01-01`).getTime()) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, "0")}`;
}

/** True for `YYYYQ1` to `YYYYQ4`; such texts sort by time. */
export function isQuarter(text: string): boolean {
  return QUARTER.test(text);
}

/** The instant at which a business date begins in Shanghai. Throws a RangeError for text that is no day. */
export function startOfDay(businessDate: string): Date {
  addDays(businessDate, 0);
  return new Date(Date.parse(`${businessDate}T00:00:00Z`) - OFFSET_MS);
}

/** The instants [start, end) of a quarter: `end` is already the next one. Throws a RangeError for text that is no quarter. */
export function quarterBounds(quarter: string): { start: Date; end: Date } {
  const found = QUARTER.exec(quarter);
  if (found === null) throw new RangeError(`Not a quarter: ${quarter}`);
  const first = (Number(found[2]) - 1) * 3;
  const begin = (monthIndex: number): Date => new Date(Date.UTC(Number(found[1]), monthIndex, 1) - OFFSET_MS);
  return { start: begin(first), end: begin(first + 3) };
}

/** The last day of a quarter. Throws a RangeError for text that is no quarter. */
export function lastDayOf(quarter: string): string {
  return addDays(businessDateOf(quarterBounds(quarter).end), -1);
}
