import { addDays } from "./plain-date";

/**
 * Where the front page of a day stands. The days around a build are built with it, as `/today/<date>` with weekday and
 * year; a server that runs on for longer falls back to the page of the day of every year, which always exists.
 * Source: docs/architecture.md, "Routes".
 *
 * Example: built on 2026-11-21, the front page of 2026-11-22 is /today/2026-11-22, that of 2028-01-01 is /daily/01-01.
 */

/** Days built ahead, the day of the build not counted. */
export const DAYS_AHEAD = 400;

/** The dates whose front page is built: from the day before the build, for clocks that stand behind. */
export function builtDates(builtOn: string): string[] {
  return Array.from({ length: DAYS_AHEAD + 2 }, (_, index) => addDays(builtOn, index - 1));
}

/** The path of a day's front page. Plain dates sort by time. */
export function todayPath(today: string, builtOn: string): string {
  const isBuilt = today >= addDays(builtOn, -1) && today <= addDays(builtOn, DAYS_AHEAD);
  return isBuilt ? `/today/${today}` : `/daily/${today.slice(5)}`;
}
