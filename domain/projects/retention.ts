import { addDays } from "@/domain/calendar/plain-date";

/**
 * How long the contact of whoever is helped is kept: 30 days after the project was confirmed, taken back, or released
 * with nobody to follow, and in no case longer than 180 days. Whoever follows and leaves before the station assents puts
 * the release off to the day on which they leave.
 *
 * Example: stored on 1 January, confirmed on 10 March → gone from 9 April on; never confirmed → gone from 30 June on.
 */
const DAYS_AFTER_END = 30;
export const DAYS_AT_MOST = 180;

/** The first day on which the contact is no longer kept. Both are plain dates; `endedOn` is null while somebody needs it. */
export function contactEndsOn({ storedOn, endedOn }: { storedOn: string; endedOn: string | null }): string {
  const atMost = addDays(storedOn, DAYS_AT_MOST);
  if (endedOn === null) return atMost;
  const afterEnd = addDays(endedOn, DAYS_AFTER_END);
  return afterEnd < atMost ? afterEnd : atMost;
}
