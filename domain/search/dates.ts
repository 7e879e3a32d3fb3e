/**
 * The days that a text tells of.
 *
 * The rule: a date is told as 1978年12月18日, or shorter where its year or its month was said before in the same paragraph, as
 * a reader takes it: in “1978年12月18日至22日” and in “1978年12月18日开幕，22日闭幕” the 22nd is 1978年12月22日. A day that comes
 * back each year (每年的3月28日, 把10月1日定为国庆日) has no year, and after 第二年 and the like none is known.
 *
 * Example: `1935年1月15日，会议开幕，1月17日结束` tells 1935-01-15 and 1935-01-17.
 */
const DATE =
  /\n|次年|翌年|转年|第[二三四五]年|年以?后|(?<![\d.第]|每月的?)(?=\d{1,4}[年月日])(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日(?![内后前以之]))?/g;

/** What stands before or behind a day that comes back each year. */
const EACH_YEAR_BEFORE = /(?:每年的?|把)$/;
const EACH_YEAR_BEHIND = /^(?:被?(?:定|设立|确定)为|成[了为]|，?就?是)/;
const NEARBY = 4;

/** A date where it is written, with every mark under which it is found. */
export type ToldDate = { at: number; written: string; marks: readonly string[] };

const pad = (number: string) => number.padStart(2, "0");

/** The marks of a date of which the year, or the day, may be missing. */
export function dateMarks(year: string | undefined, month?: string, day?: string): string[] {
  const marks = month && day ? [`d:${pad(month)}-${pad(day)}`] : [];
  if (!year) return marks;
  const parts = [year, ...(month ? [pad(month)] : []), ...(month && day ? [pad(day)] : [])];
  return [...marks, ...parts.map((_part, index) => `d:${parts.slice(0, index + 1).join("-")}`)];
}

/** Every date in a folded text, in its order. */
export function datesIn(folded: string): ToldDate[] {
  const told: ToldDate[] = [];
  let known: { year?: string | undefined; month?: string | undefined } = {};
  for (const { index: at, 0: written, groups } of folded.matchAll(DATE)) {
    const { year, month, day } = groups ?? {};
    if (year) known = { year, month };
    else if (month) known = { year: isEachYear(folded, at, written) ? undefined : known.year, month };
    else if (!day) known = written === "" ? known : {};
    if (year ?? month ?? day) told.push({ at, written, marks: dateMarks(known.year, known.month, day) });
  }
  return told;
}

function isEachYear(folded: string, at: number, written: string): boolean {
  const end = at + written.length;
  const [before, behind] = [folded.slice(Math.max(0, at - NEARBY), at), folded.slice(end, end + NEARBY)];
  return EACH_YEAR_BEFORE.test(before) || EACH_YEAR_BEHIND.test(behind);
}

/** Where in its text a told date shows a mark: as much of it as the mark says. Null where that is only said before. */
export function placeOfMark(mark: string, { at, written, marks }: ToldDate): { from: number; to: number } | null {
  if (!marks.includes(mark)) return null;
  const parts = mark.slice(2).split("-");
  const hasYear = parts[0]?.length === 4;
  const last = written.indexOf(["年", "月", "日"][parts.length - (hasYear ? 1 : 0)] ?? "");
  return last === -1 ? null : { from: hasYear ? at : at + written.indexOf("年") + 1, to: at + last + 1 };
}

/** The year, the month and the day of the year of a full date: what else comes near it. Nothing of any other. */
export function partsOfMark(mark: string): string[] {
  const [year, month, day] = mark.slice(2).split("-");
  return year && month && day ? [`d:${year}`, `d:${year}-${month}`, `d:${month}-${day}`] : [];
}

const RANGE =
  /(?<year>\d{4}年)?(?<month>\d{1,2}月)(?<day>\d{1,2})[日号]?(?:至|到|[-–—~～]+)(?<then>\d{1,2}月)?(?<last>\d{1,2}[日号])/g;

/** The first and the last day of each range in what was typed, written out: 1978年12月18日至22日 is two dates. */
export function writeRangesOut(typed: string): string {
  return typed.replaceAll(RANGE, (...found) => {
    const {
      year = "",
      month = "",
      day = "",
      then = month,
      last = "",
    } = found.at(-1) as Record<string, string | undefined>;
    return ` ${year}${month}${day}日 ${year}${then}${last} `;
  });
}
