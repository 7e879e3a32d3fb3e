import { singleton } from "./singleton";

/**
 * At most `limit` times in `windowMs` per key, counted in this process's memory and nowhere else.
 *
 * Example: with a limit of 2 in a minute the third try within one minute is refused, until the first is a minute old.
 */
export type RateWindow = { name: string; limit: number; windowMs: number };

/** So many keys are kept; when there are more, the oldest are forgotten first. */
const MAX_KEYS = 10_000;

/** True and counted, or false and not counted. `now` is in milliseconds. */
export function takeTurn({ name, limit, windowMs }: RateWindow, key: string, now: number): boolean {
  const turns = singleton(`rate-window.${name}`, () => new Map<string, number[]>());
  const recent = (turns.get(key) ?? []).filter((at) => at > now - windowMs);
  turns.delete(key);
  const isAllowed = recent.length < limit;
  turns.set(key, isAllowed ? [...recent, now] : recent);
  if (turns.size > MAX_KEYS) turns.delete(turns.keys().next().value ?? "");
  return isAllowed;
}
