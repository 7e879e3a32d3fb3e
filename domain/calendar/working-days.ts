import { HOLIDAY_YEARS, type HolidayYear } from "./holidays";
import { addDays, weekdayOf } from "./plain-date";

/**
 * Working days: Monday to Friday without the days off, and the weekends that are worked instead. Plain dates in, plain
 * dates out, whatever the server's time zone. Of a year whose notice is not in the table only the weekends are known, and
 * every answer that rests on such a year says so.
 *
 * Example: five working days after Wednesday 2026-09-30 is 2026-10-13: the holiday ends on the 7th, Saturday the 10th is
 * worked.
 */
export interface DayKind {
  readonly isWorking: boolean;
  /** False when the year's days off are not known: then it is told from the weekday alone. */
  readonly isKnown: boolean;
  /** 国庆节 on a day off, 调休上班 on a worked weekend, 周末 on a free one; null on an ordinary working day. */
  readonly name: string | null;
}

const SATURDAY = 6;

const isWeekend = (date: string): boolean => weekdayOf(date) >= SATURDAY;

/** Throws a RangeError unless `date` is `YYYY-MM-DD`. */
export function dayKindOf(date: string, years: readonly HolidayYear[] = HOLIDAY_YEARS): DayKind {
  const weekend = isWeekend(date);
  const year = years.find((one) => one.year === date.slice(0, 4));
  const isKnown = year !== undefined;
  const holiday = year?.holidays.find(({ from, to }) => from <= date && date <= to);
  if (holiday) return { isWorking: false, isKnown, name: holiday.name };
  if (year?.workedWeekends.includes(date)) return { isWorking: true, isKnown, name: "调休上班" };
  return { isWorking: !weekend, isKnown, name: weekend ? "周末" : null };
}

export function isWorkingDay(date: string, years: readonly HolidayYear[] = HOLIDAY_YEARS): boolean {
  return dayKindOf(date, years).isWorking;
}

/** `isKnown` is false as soon as one of the days counted lies in a year whose days off are not known. */
export interface CountedDay {
  readonly date: string;
  readonly isKnown: boolean;
}

/** The `count`-th working day after `date`; `date` itself is not counted. Throws a RangeError for a count below one. */
export function addWorkingDays(date: string, count: number, years: readonly HolidayYear[] = HOLIDAY_YEARS): CountedDay {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`Not a number of working days: ${count}`);
  let day = date;
  let left = count;
  let isKnown = true;
  while (left > 0) {
    day = addDays(day, 1);
    const kind = dayKindOf(day, years);
    isKnown &&= kind.isKnown;
    if (kind.isWorking) left -= 1;
  }
  return { date: day, isKnown };
}

/** The first working day after `date`. */
export function nextWorkingDay(date: string, years: readonly HolidayYear[] = HOLIDAY_YEARS): CountedDay {
  return addWorkingDays(date, 1, years);
}

/**
 * The working day on or before `date` that leaves `count` working days after it up to and including `date`. Throws a
 * RangeError for a negative count.
 *
 * Example: two working days before 2026-09-30 is 2026-09-28; before Wednesday 2026-10-07, a day off, it is the same day.
 */
export function workingDayBefore(
  date: string,
  count: number,
  years: readonly HolidayYear[] = HOLIDAY_YEARS,
): CountedDay {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  let day = date;
  let left = count;
  let isKnown = true;
  for (;;) {
    const kind = dayKindOf(day, years);
    isKnown &&= kind.isKnown;
    if (kind.isWorking && left === 0) return { date: day, isKnown };
    if (kind.isWorking) left -= 1;
    day = addDays(day, -1);
  }
}

/** The first working day of the week that holds the date; null when it has none. */
export function firstWorkingDayOfWeek(date: string, years: readonly HolidayYear[] = HOLIDAY_YEARS): string | null {
  const monday = addDays(date, 1 - weekdayOf(date));
  const days = [0, 1, 2, 3, 4, 5, 6].map((later) => addDays(monday, later));
  return days.find((day) => isWorkingDay(day, years)) ?? null;
}
