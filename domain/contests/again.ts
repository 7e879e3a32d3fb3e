/**
 * When a contest that is drawn up after an earlier one would be held.
 *
 * The rule: as long, on the same weekday and at the same hour, a whole number of four weeks later, the first time that lies
 * at least a week ahead, so that there is time to release it and to register.
 *
 * Example: from Friday 2026-10-16 8:00, drawn up again on 2026-11-10: Friday 2026-12-11 8:00, since 2026-11-13 is too near.
 */
interface Window {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

const DAY_MS = 86_400_000;
const STEP_MS = 28 * DAY_MS;
const AHEAD_MS = 7 * DAY_MS;

export function windowAgain({ opensAt, closesAt }: Window, now: Date): Window {
  const missing = now.getTime() + AHEAD_MS - opensAt.getTime();
  const shift = Math.max(1, Math.ceil(missing / STEP_MS)) * STEP_MS;
  return { opensAt: new Date(opensAt.getTime() + shift), closesAt: new Date(closesAt.getTime() + shift) };
}
