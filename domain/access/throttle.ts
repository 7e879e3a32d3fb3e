/**
 * Guessing passwords is slowed down; signing in is not. Only failures are counted: ten for an account within fifteen
 * minutes, then every further failure doubles the pause, from one minute up to an hour; three hundred for an address,
 * then a pause until its fifteen minutes are over. A right password is never counted, so five hundred people behind one
 * address sign in without a pause, and it clears the account's count. Counts are forgotten after fifteen quiet minutes.
 *
 * Example: the tenth failure at 08:05 closes the account until 08:06, an eleventh at 08:07 until 08:09.
 */
export interface FailureState {
  readonly count: number;
  readonly windowStart: Date;
  readonly blockedUntil: Date | null;
}

export interface ThrottlePolicy {
  readonly limit: number;
  readonly windowMinutes: number;
  /** Pauses from the failure that reaches the limit on, the last one repeating; null pauses until the window ends. */
  readonly pauseMinutes: readonly number[] | null;
}

export const ACCOUNT_POLICY: ThrottlePolicy = Object.freeze({
  limit: 10,
  windowMinutes: 15,
  pauseMinutes: Object.freeze([1, 2, 4, 8, 16, 32, 60]),
});

export const ADDRESS_POLICY: ThrottlePolicy = Object.freeze({ limit: 300, windowMinutes: 15, pauseMinutes: null });

export interface ThrottleDecision {
  readonly allowed: boolean;
  /** Whole seconds, rounded up; 0 when allowed. */
  readonly retryAfterSeconds: number;
}

const MINUTE = 60_000;

/** May a password be tried now? Asked before the password is looked at. No state means no failures. */
export function decideSignIn(state: FailureState | null, now: Date): ThrottleDecision {
  const waitMs = (state?.blockedUntil?.getTime() ?? 0) - now.getTime();
  if (waitMs <= 0) return { allowed: true, retryAfterSeconds: 0 };
  return { allowed: false, retryAfterSeconds: Math.ceil(waitMs / 1000) };
}

function isForgotten(state: FailureState, policy: ThrottlePolicy, now: Date): boolean {
  const window = policy.windowMinutes * MINUTE;
  // A growing pause outlasts the window: while failures go on after it, the count goes on too.
  const reopened = policy.pauseMinutes === null ? 0 : (state.blockedUntil?.getTime() ?? 0);
  return now.getTime() >= Math.max(state.windowStart.getTime(), reopened) + window;
}

function pauseUntil(count: number, windowStart: Date, policy: ThrottlePolicy, now: Date): Date | null {
  const over = count - policy.limit;
  if (over < 0) return null;
  if (policy.pauseMinutes === null) return new Date(windowStart.getTime() + policy.windowMinutes * MINUTE);
  const pause = policy.pauseMinutes[Math.min(over, policy.pauseMinutes.length - 1)] ?? 0;
  return new Date(now.getTime() + pause * MINUTE);
}

/** The state after one failure at `now`. A failure under way when the pause began counts like any other. */
export function afterFailure(state: FailureState | null, policy: ThrottlePolicy, now: Date): FailureState {
  const kept = state !== null && !isForgotten(state, policy, now) ? state : { count: 0, windowStart: now };
  const count = kept.count + 1;
  return { count, windowStart: kept.windowStart, blockedUntil: pauseUntil(count, kept.windowStart, policy, now) };
}

/** The account's state after a right password: nothing is remembered. An address keeps its state: do not call this for it. */
export function afterSuccess(): null {
  return null;
}
