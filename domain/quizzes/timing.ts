/**
 * When a quiz can be taken, until when answers count, and when the review opens.
 *
 * The rule: time is the server's. Deadline = min(start + limit × personal factor, end of the window). Saves and
 * submissions count until 30 seconds after it, for the network's sake. A review that waits for the window opens after
 * those seconds as well, when nobody can answer any more. Passing and percents are rounded down.
 * Source: docs/api.md, "Time".
 *
 * Example: started at 08:00:00 with 600 seconds and a factor of 150, window until 08:12:00 → deadline 08:12:00 (not
 * 08:15:00); a save at 08:12:30 counts, one a millisecond later does not.
 */

/** Seconds after the deadline in which answers still count. */
const GRACE_SECONDS = 30;

const MS_PER_SECOND = 1_000;
const PERCENT = 100;

export type DeadlineInput = {
  readonly startedAt: Date;
  /** null: without limit. */
  readonly limitSeconds: number | null;
  /** Percent: 100 is the ordinary limit, 150 half as long again. */
  readonly timeFactor: number;
  /** End of the window; null: without end. */
  readonly closesAt: Date | null;
};

/** The deadline shown to the candidate; null when there is neither limit nor end. */
export function deadlineOf({ startedAt, limitSeconds, timeFactor, closesAt }: DeadlineInput): Date | null {
  if (limitSeconds === null) return closesAt;
  const limitMs = Math.floor((limitSeconds * MS_PER_SECOND * timeFactor) / PERCENT);
  const limitEnds = new Date(startedAt.getTime() + limitMs);
  return closesAt !== null && closesAt < limitEnds ? closesAt : limitEnds;
}

/** The last instant (inclusive) at which a save or submission counts; null when there is no deadline. */
export function acceptsUntil(deadline: Date | null): Date | null {
  return deadline === null ? null : new Date(deadline.getTime() + GRACE_SECONDS * MS_PER_SECOND);
}

/** Whether answers that arrive now come too late. */
export function isOverdue(deadline: Date | null, { now }: { readonly now: Date }): boolean {
  const until = acceptsUntil(deadline);
  return until !== null && now > until;
}

export type QuizPhase = "upcoming" | "open" | "ended";
export type QuizWindow = { readonly opensAt: Date; readonly closesAt: Date | null };

/** Whether attempts can be started: from `opensAt` (inclusive) to `closesAt` (exclusive). */
export function quizPhase({ opensAt, closesAt }: QuizWindow, { now }: { readonly now: Date }): QuizPhase {
  if (now < opensAt) return "upcoming";
  return closesAt !== null && now >= closesAt ? "ended" : "open";
}

/** How many attempts are left; null is without limit. Never below 0. */
export function attemptsLeft(maxAttempts: number | null, used: number): number | null {
  return maxAttempts === null ? null : Math.max(0, maxAttempts - used);
}

export const REVIEW_OPENINGS = ["at-submission", "after-window", "never"] as const;
export type ReviewOpens = (typeof REVIEW_OPENINGS)[number];

export type ReviewRule = { readonly reviewOpens: ReviewOpens; readonly closesAt: Date | null };

/**
 * When the review of a closed attempt opens; null: never. After the window means after its grace as well, so that no
 * right answer is shown while another attempt still counts; a window without end never ends.
 */
export function reviewOpensAt({ reviewOpens, closesAt }: ReviewRule, closedAt: Date): Date | null {
  switch (reviewOpens) {
    case "never":
      return null;
    case "at-submission":
      return closedAt;
    case "after-window": {
      const windowIsOver = acceptsUntil(closesAt);
      return windowIsOver !== null && windowIsOver < closedAt ? closedAt : windowIsOver;
    }
  }
}

/** Whole percent of the full score, rounded down; 0 when there is nothing to reach. */
export function percentOf(score: number, maxScore: number): number {
  return maxScore > 0 ? Math.floor((PERCENT * score) / maxScore) : 0;
}

/** Whether the score reaches the pass mark. An empty paper is not passed. */
export function isPassed(score: number, maxScore: number, passPercent: number): boolean {
  return maxScore > 0 && PERCENT * score >= passPercent * maxScore;
}
