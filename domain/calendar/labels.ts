import { parsePlainDate, weekdayOf, type PlainDate } from "./plain-date";
import { businessDateOf, timeOf } from "./shanghai";

/**
 * Dates as people read them in Chinese, without leading zeros.
 *
 * Example: `2026-07-23` reads 7月23日, in full 2026年7月23日, and on the calendar leaf 23 · 二〇二六年七月 · 星期四.
 */
const DIGITS = "〇一二三四五六七八九";
const MONTHS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const WEEKDAYS = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];

function parts(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new RangeError(`Not a plain date: ${text}`);
  return date;
}

/** 7月23日, from `YYYY-MM-DD` or `MM-DD`. Throws a RangeError for anything else. */
export function formatDay(text: string): string {
  const date = parts(text);
  if (date.precision !== "day" && date.precision !== "month-day") throw new RangeError(`Not a day: ${text}`);
  return `${date.month}月${date.day}日`;
}

/** As exact as the date is: 1921年, 1921年7月, 1921年7月23日, 7月23日. Throws a RangeError for text that is no date. */
export function formatFull(text: string): string {
  const date = parts(text);
  switch (date.precision) {
    case "year":
      return `${date.year}年`;
    case "month":
      return `${date.year}年${date.month}月`;
    case "day":
      return `${date.year}年${date.month}月${date.day}日`;
    case "month-day":
      return `${date.month}月${date.day}日`;
  }
}

/** The three lines of a calendar leaf. Throws a RangeError unless `text` is `YYYY-MM-DD`. */
export function formatLeaf(text: string): { day: string; yearMonth: string; weekday: string } {
  const date = parts(text);
  if (date.precision !== "day") throw new RangeError(`Not a day: ${text}`);
  const year = [...String(date.year)].map((digit) => DIGITS[Number(digit)]).join("");
  return {
    day: String(date.day),
    yearMonth: `${year}年${MONTHS[date.month - 1] ?? ""}月`,
    weekday: WEEKDAYS[weekdayOf(text) - 1] ?? "",
  };
}

/** 7月26日 19:42 in Shanghai. The year is left to the context. */
export function formatInstant(now: Date): string {
  return `${formatDay(businessDateOf(now))} ${timeOf(now)}`;
}
