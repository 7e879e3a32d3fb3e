/**
 * What becomes of a message that did not get through. It is tried again after growing pauses, at the earliest when the
 * other side allows it, and given up after the sixth try or when it would come too late. An address that lost five
 * messages one after another is switched off, and its owner told; so is one that says it is no more.
 *
 * Example: tried at 07:30, 07:31, 07:36, 07:51, 08:51 and 11:51, then given up.
 */
const PAUSES_MINUTES = [1, 5, 15, 60, 180] as const;
/** What the other side asks for is not waited for beyond this. */
const LONGEST_MINUTES = 6 * 60;
const LOST_IN_A_ROW = 5;

/** A claim that is not followed by a result within this time was made by a process that is gone. */
export const CLAIM_SECONDS = 120;

const MINUTE = 60_000;

export type Failure = {
  /** Tries so far, this one included. */
  readonly attempts: number;
  readonly until: Date | null;
  /** What the other side asked for, in seconds. */
  readonly afterSeconds: number | null;
};

/** When to try again; null to give it up. */
export function nextTry({ attempts, until, afterSeconds }: Failure, now: Date): Date | null {
  const pause = PAUSES_MINUTES[attempts - 1];
  if (pause === undefined) return null;
  const asked = Math.min((afterSeconds ?? 0) / 60, LONGEST_MINUTES);
  const next = new Date(now.getTime() + Math.max(pause, asked) * MINUTE);
  return until !== null && next > until ? null : next;
}

/** Is an address switched off that has now lost so many messages in a row? */
export function isSwitchedOff(lostInARow: number): boolean {
  return lostInARow >= LOST_IN_A_ROW;
}
