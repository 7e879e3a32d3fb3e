import { addDays, parsePlainDate } from "@/domain/calendar/plain-date";

/**
 * How often a line of the duty list comes back in a year, and the periods that this makes.
 *
 * Example: a quarterly line of 2026 has the periods 2026Q1 to 2026Q4, each with its first and last day.
 */
export const RHYTHMS = ["monthly", "quarterly", "yearly", "once"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export const RHYTHM_LABELS: Readonly<Record<Rhythm, string>> = Object.freeze({
  monthly: "每月",
  quarterly: "每季",
  yearly: "每年",
  once: "一次",
});

export interface Period {
  /** `2026-03`, `2026Q1` or `2026`. */
  readonly key: string;
  readonly first: string;
  readonly last: string;
}

const MONTHS_OF: Readonly<Record<Exclude<Rhythm, "once">, number>> = { monthly: 1, quarterly: 3, yearly: 12 };

export const isYear = (text: string): boolean => /^20\d{2}$/u.test(text);

/** True for a day (`YYYY-MM-DD`) of that year. */
export function isDayOf(year: string, text: string): boolean {
  return parsePlainDate(text)?.precision === "day" && text.startsWith(`${year}-`);
}

const monthText = (month: number): string => String(month).padStart(2, "0");

/** The last day of a month, counted from 1; 13 is not a month. */
function lastDayOf(year: string, month: number): string {
  const next = month === 12 ? `${Number(year) + 1}-01-01` : `${year}-${monthText(month + 1)}-01`;
  return addDays(next, -1);
}

function keyOf(year: string, months: number, first: number): string {
  if (months === 12) return year;
  return months === 1 ? `${year}-${monthText(first)}` : `${year}Q${Math.ceil(first / months)}`;
}

/** The periods of a year, in order. Something asked once has one, which ends on its day. */
export function periodsOf(rhythm: Rhythm, year: string, on: string | null): Period[] {
  if (rhythm === "once") {
    return on !== null && isDayOf(year, on) ? [{ key: year, first: `${year}-01-01`, last: on }] : [];
  }
  const months = MONTHS_OF[rhythm];
  return Array.from({ length: 12 / months }, (_, index) => {
    const first = index * months + 1;
    return {
      key: keyOf(year, months, first),
      first: `${year}-${monthText(first)}-01`,
      last: lastDayOf(year, first + months - 1),
    };
  });
}

const CHINESE_QUARTERS = ["一", "二", "三", "四"];

/** 3月, 第一季度 or 全年. */
export function periodLabel(key: string): string {
  const quarter = /Q([1-4])$/u.exec(key)?.[1];
  if (quarter !== undefined) return `第${CHINESE_QUARTERS[Number(quarter) - 1] ?? ""}季度`;
  return key.length === 7 ? `${Number(key.slice(5))}月` : "全年";
}

/** First and last day of a period by its key, whatever its rhythm. Throws a RangeError for text that is no key. */
export function daysOfPeriod(key: string): { first: string; last: string } {
  const year = key.slice(0, 4);
  const rhythm = key.length === 7 ? "monthly" : key.length === 6 ? "quarterly" : "yearly";
  const found = periodsOf(rhythm, year, null).find((period) => period.key === key);
  if (found === undefined) throw new RangeError(`Not a period: ${key}`);
  return { first: found.first, last: found.last };
}
