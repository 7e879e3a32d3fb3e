/**
 * Dates of history and business days are plain dates, never instants: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or `MM-DD` for a
 * day that comes back every year. The calendar is the Gregorian one throughout.
 *
 * Example: `1921-07-23` is a day, `1921-07` its month, `07-23` the day of every year; `1921-02-30` is refused.
 */
export type PlainDate =
  | { readonly precision: "year"; readonly year: number }
  | { readonly precision: "month"; readonly year: number; readonly month: number }
  | { readonly precision: "day"; readonly year: number; readonly month: number; readonly day: number }
  | { readonly precision: "month-day"; readonly month: number; readonly day: number };

const WITH_YEAR = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;
const MONTH_DAY = /^(\d{2})-(\d{2})$/u;
const LEAP_YEAR = 2000;
const DAY_MS = 86_400_000;

function isMonthDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  // Day 0 of the next month is the last of this one; setUTCFullYear takes years below 100 as they are.
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return day <= last.getUTCDate();
}

function parseWithYear(text: string): PlainDate | null {
  const found = WITH_YEAR.exec(text);
  if (found === null) return null;
  const year = Number(found[1]);
  if (year === 0) return null;
  if (found[2] === undefined) return { precision: "year", year };
  const month = Number(found[2]);
  if (!isMonthDay(year, month, 1)) return null;
  if (found[3] === undefined) return { precision: "month", year, month };
  const day = Number(found[3]);
  return isMonthDay(year, month, day) ? { precision: "day", year, month, day } : null;
}

/** Null for anything that is not a date of one of the four forms; `02-29` is a day of every leap year. Never throws. */
export function parsePlainDate(text: string): PlainDate | null {
  const found = MONTH_DAY.exec(text);
  if (found === null) return parseWithYear(text);
  const month = Number(found[1]);
  const day = Number(found[2]);
  return isMonthDay(LEAP_YEAR, month, day) ? { precision: "month-day", month, day } : null;
}

function parsed(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new RangeError(`Not a plain date: ${text}`);
  return date;
}

/**
 * Negative, zero or positive, for sorting. A vaguer date stands before the more exact ones it contains: 1921 < 1921-07 <
 * 1921-07-23. Throws a RangeError for text that is no date, and for `MM-DD` beside a date with a year.
 */
export function comparePlainDates(a: string, b: string): number {
  if ((parsed(a).precision === "month-day") !== (parsed(b).precision === "month-day")) {
    throw new RangeError(`${a} and ${b} cannot be put in order`);
  }
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function dayNumber(date: string): number {
  const day = parsed(date);
  if (day.precision !== "day") throw new RangeError(`Not a day: ${date}`);
  return new Date(0).setUTCFullYear(day.year, day.month - 1, day.day) / DAY_MS;
}

/** The day `days` later (earlier when negative). Throws a RangeError unless `date` is `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. Throws a RangeError unless `date` is `YYYY-MM-DD`. */
export function weekdayOf(date: string): number {
  // 1970-01-01, day 0, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}
