import { HOLIDAY_YEARS, type HolidayYear } from "@/domain/calendar/holidays";
import { nextWorkingDay, workingDayBefore, type CountedDay } from "@/domain/calendar/working-days";
import { addDays } from "@/domain/calendar/plain-date";
import type { Period } from "./rhythm";

/**
 * The last day for a duty: a working day, so many working days before the end of its period, and never before the
 * period has begun. Of a year whose days off are not known only the weekends count, and the answer says so.
 *
 * Example: for September 2026 with none before it is Wednesday the 30th; for October with five, the 23rd.
 */
export function dutyDueOn(
  { first, last }: Pick<Period, "first" | "last">,
  daysBefore: number,
  years: readonly HolidayYear[] = HOLIDAY_YEARS,
): CountedDay {
  const wanted = workingDayBefore(last, daysBefore, years);
  if (wanted.date >= first) return wanted;
  const earliest = nextWorkingDay(addDays(first, -1), years);
  // A period that is one holiday, as the day of something asked once may be, keeps the working day before it.
  return earliest.date <= last ? { ...earliest, isKnown: earliest.isKnown && wanted.isKnown } : wanted;
}
