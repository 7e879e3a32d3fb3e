import { HOLIDAY_YEARS, type HolidayYear } from "../calendar/holidays";
import { addDays } from "../calendar/plain-date";
import { addWorkingDays, type CountedDay } from "../calendar/working-days";

/**
 * Until when the committee answers a report or a suggestion. The number of working days is promised to readers at
 * `/report`; the day it came in is not counted.
 *
 * Example: what comes in on Sunday 2026-11-22, at whatever hour, is answered by Friday 2026-11-27.
 */
export const ANSWER_WORKING_DAYS = 5;

/** The last day for the answer to what came in on a business date. Throws a RangeError for text that is no day. */
export function answerBy(receivedOn: string, years: readonly HolidayYear[] = HOLIDAY_YEARS): CountedDay {
  return addWorkingDays(receivedOn, ANSWER_WORKING_DAYS, years);
}

export type Urgency = "overdue" | "today" | "waiting";

/** How an answer stands on a day. */
export function urgencyOf(dueOn: string, today: string): Urgency {
  if (dueOn < today) return "overdue";
  return dueOn === today ? "today" : "waiting";
}

/** The last business date of which everything that came in has to be answered by `today`: later ones have time. */
export function lastDueBy(today: string, years: readonly HolidayYear[] = HOLIDAY_YEARS): string {
  // Whoever came in later is never due earlier, so the first one found going back is the last one due.
  let day = addDays(today, -ANSWER_WORKING_DAYS);
  while (answerBy(day, years).date > today) day = addDays(day, -1);
  return day;
}
