import { logger } from "@/lib/logger";
import { listOverdueAttempts } from "../queries";
import { closedIfOverdue } from "./close-attempt";

/** Attempts of one run. The next run takes those that are left. */
const LIMIT = 200;

/**
 * Closes attempts whose time has run out, each in a transaction of its own with what was saved. Safe to repeat and to
 * run in two processes at once: of each attempt one of them closes it. One that fails is logged and does not hold up
 * the others.
 */
export async function closeOverdueAttempts(input: {
  now: Date;
  limit?: number;
}): Promise<{ closed: number; failed: number }> {
  const { now, limit = LIMIT } = input;
  let failed = 0;
  const overdue = await listOverdueAttempts({ now, limit });
  for (const attempt of overdue) {
    try {
      await closedIfOverdue(attempt, now);
    } catch (error) {
      failed += 1;
      logger().error({ err: error, attemptId: attempt.id }, "an overdue attempt could not be closed");
    }
  }
  return { closed: overdue.length - failed, failed };
}
