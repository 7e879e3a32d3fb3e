/**
 * The time that is left, in figures and in words.
 *
 * The rule: seconds are shown within the last hour, minutes before that, the date when more than a day is left. It is
 * spoken three times only: when 5 minutes, 1 minute and 30 seconds are left.
 *
 * Example: 18 minutes 24 seconds read 18:24; the step from 5:01 to 5:00 is spoken 还剩5分钟.
 */
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const SPOKEN: readonly { readonly at: number; readonly words: string }[] = [
  { at: 30 * SECOND, words: "还剩30秒" },
  { at: MINUTE, words: "还剩1分钟" },
  { at: 5 * MINUTE, words: "还剩5分钟" },
];

/** Figures of what is left, seconds rounded up, never below 0:00. */
export function remainingFigures(ms: number): string {
  const left = Math.max(0, Math.ceil(ms / SECOND)) * SECOND;
  if (left > HOUR) return `${Math.floor(left / HOUR)}小时${Math.floor((left % HOUR) / MINUTE)}分`;
  const seconds = (left % MINUTE) / SECOND;
  return `${Math.floor(left / MINUTE)}:${String(seconds).padStart(2, "0")}`;
}

/** What is to be spoken when the time left falls from `before` to `now`; null most of the time. */
export function spokenAt(before: number, now: number): string | null {
  return SPOKEN.find(({ at }) => before > at && now <= at && now > 0)?.words ?? null;
}
