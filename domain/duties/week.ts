import { HOLIDAY_YEARS, type HolidayYear } from "@/domain/calendar/holidays";
import { addDays, weekdayOf } from "@/domain/calendar/plain-date";
import { firstWorkingDayOfWeek } from "@/domain/calendar/working-days";

/**
 * The weekly reminder: drawn up on the first working day of a week, or on the next day on which somebody looks; what is
 * open and due by the Sunday, or overdue. What is issued later in the week and due by its Sunday is added to the list, so
 * that nothing waits unseen until the next. A week that is one holiday has none.
 *
 * Example: in the week of 2026-10-05 the list is drawn up on Thursday the 8th; in that of 2026-02-16 not at all.
 */
const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));

/** The Sunday of the week. */
export const endOfWeek = (date: string): string => addDays(mondayOf(date), 6);

/** Before people come to work; on the first working day nothing is drawn up earlier. */
export const REMINDER_HOUR = "07:00";

/** True from the first working day of its week on. */
export function isReminderTime(today: string, years: readonly HolidayYear[] = HOLIDAY_YEARS): boolean {
  const first = firstWorkingDayOfWeek(today, years);
  return first !== null && today >= first;
}

export type ReminderWhy = "due" | "overdue";

/** Why a duty stands on the list of that day; null when it does not. */
export function reminderWhy({ state, dueOn }: { state: string; dueOn: string }, today: string): ReminderWhy | null {
  if (state !== "open" || dueOn > endOfWeek(today)) return null;
  return dueOn < today ? "overdue" : "due";
}
