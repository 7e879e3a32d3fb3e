/**
 * Chinese numerals as certificates write them.
 *
 * The rule: a year is read digit by digit with 〇, counts are read as numbers; the day is the calendar day of Shanghai.
 *
 * Example: 2026-08-23 → 二〇二六年八月二十三日; 10 → 十, 11 → 十一, 20 → 二十; 2026Q3 → 二〇二六年第三季度.
 */
const DIGITS = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const TEN = 10;
const LAST = 99;

const digit = (value: number): string => DIGITS[value] ?? "";

/** A whole number from 1 to 99. Throws a RangeError for any other. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > LAST) throw new RangeError(`Not written in words: ${value}`);
  const [tens, ones] = [Math.floor(value / TEN), value % TEN];
  return `${tens > 1 ? digit(tens) : ""}${tens > 0 ? "十" : ""}${ones > 0 ? digit(ones) : ""}`;
}

/** Every Arabic digit of a text by its Chinese one. */
const digitByDigit = (text: string): string => text.replace(/\d/g, (sign) => digit(Number(sign)));

/** A date `YYYY-MM-DD`. */
export function chineseDate(date: string): string {
  const [year = "", month, day] = date.split("-");
  return `${digitByDigit(year)}年${chineseNumber(Number(month))}月${chineseNumber(Number(day))}日`;
}

/** A quarter `YYYYQn`. */
export function chineseQuarter(quarter: string): string {
  const [year = "", number] = quarter.split("Q");
  return `${digitByDigit(year)}年第${chineseNumber(Number(number))}季度`;
}
