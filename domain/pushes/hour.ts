import { addDays } from "../calendar/plain-date";
import { businessDateOf, startOfDay, timeOf } from "../calendar/shanghai";

/**
 * When a branch gets 党史天天谈: every day at the hour it chose, in Shanghai, never while people sleep. A push that was
 * missed because nothing ran at its hour is made up for within three hours, and never at night; after that it is left out,
 * so that nobody is flooded.
 *
 * Example: chosen for 07:30, it is due from 07:30 to 10:30 and missed from 10:31 on.
 */
export const USUAL_HOUR = "07:30";

/** From 21:30 to 07:00 nothing is pushed. */
const MORNING = "07:00";
const NIGHT = "21:30";
const LATE_MINUTES = 3 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The hours to choose from: every half hour from 07:00 to 21:00. */
export const PUSH_HOURS: readonly string[] = Object.freeze(
  Array.from({ length: (minutesOf(NIGHT) - minutesOf(MORNING)) / 30 }, (_, at) =>
    clockOf(minutesOf(MORNING) + at * 30),
  ),
);

export type PushState = "early" | "due" | "missed";

/** What is to become of today's push at this instant. */
export function pushStateAt(at: string, now: Date): PushState {
  const time = timeOf(now);
  if (time < at || time < MORNING) return "early";
  return time >= NIGHT || minutesOf(time) - minutesOf(at) > LATE_MINUTES ? "missed" : "due";
}

/** Until then a push of this business date may still be sent, whatever held it up. */
export function endOfPush(businessDate: string): Date {
  return new Date(startOfDay(businessDate).getTime() + minutesOf(NIGHT) * 60_000);
}

/**
 * The first instant, from now on, at which a branch with that hour may be written to: between its hour and the night.
 *
 * Example: for 07:30 it is 07:30 of the same day at 07:00, now at 09:12, and 07:30 of the next day at 22:00.
 */
export function nextHour(at: string, now: Date): Date {
  const [time, today, from] = [timeOf(now), businessDateOf(now), at < MORNING ? MORNING : at];
  const hour = (day: string): Date => new Date(startOfDay(day).getTime() + minutesOf(from) * 60_000);
  if (time < from) return hour(today);
  return time < NIGHT ? now : hour(addDays(today, 1));
}
