import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf, quarterBounds, quarterOf } from "@/domain/calendar/shanghai";

/**
 * A quarter as plain dates.
 *
 * Example: 2026Q4 runs from 2026-10-01 to 2026-12-31.
 */
/** First and last day. Throws a RangeError for text that is no quarter. */
export function quarterDays(quarter: string): { first: string; last: string } {
  const { start, end } = quarterBounds(quarter);
  return { first: businessDateOf(start), last: addDays(businessDateOf(end), -1) };
}

/** The quarter that holds today and those before it, newest first. */
export function latestQuarters(today: string, count: number): string[] {
  const quarters = [quarterOf(today)];
  while (quarters.length < count) quarters.push(quarterOf(addDays(quarterDays(quarters.at(-1) ?? "").first, -1)));
  return quarters;
}
