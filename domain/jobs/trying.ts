/** A run that failed is tried again by itself until it was tried this often; after that somebody has to look. */
export const TRIES = 3;
export const RETRY_MINUTES = 5;
/** A run that has not ended by then belonged to a process that is gone. */
const LOST_MINUTES = 15;

export interface Run {
  /** running | done | failed | asked */
  readonly state: string;
  readonly attempts: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/**
 * May a period that was claimed before be tried again? When somebody asks for it at once; after a failure, or when its
 * process is gone, after a while and not for ever.
 *
 * Example: failed at 03:30 for the first time, it is tried at 03:35 and, failing again, at 03:40.
 */
export function mayTryAgain(run: Run, now: Date): boolean {
  if (run.state === "asked") return true;
  if (run.attempts >= TRIES) return false;
  const passed = (since: Date, minutes: number) => now.getTime() - since.getTime() >= minutes * 60_000;
  if (run.state === "failed") return passed(run.finishedAt ?? run.startedAt, RETRY_MINUTES);
  return run.state === "running" && run.startedAt <= lostBefore(now);
}

/** Runs still under way that began before this instant belonged to a process that is gone. */
export function lostBefore(now: Date): Date {
  return new Date(now.getTime() - LOST_MINUTES * 60_000);
}

/** How a run stands, for those who watch over the clock. */
export type Standing = "done" | "running" | "lost" | "again" | "failed" | "asked";

/** `again` will be tried by itself, `failed` will not; `lost` never said how it ended, and may be asked for like a failure. */
export function standingOf(run: Run, now: Date): Standing {
  if (run.state === "done" || run.state === "asked") return run.state;
  if (run.state === "failed") return run.attempts < TRIES ? "again" : "failed";
  return run.startedAt <= lostBefore(now) ? "lost" : "running";
}
