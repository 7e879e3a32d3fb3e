import { correctAttempt } from "@/features/attempts/mutations/correct-attempt";
import { correctRecalls } from "@/features/recalls/mutations/correct-recalls";
import { dropFirsts } from "@/features/recalls/mutations/drop-firsts";
import { logger } from "@/lib/logger";
import { listUncorrected, listVoidedSince } from "../queries";

/** Attempts of one call from a page; the job of the minute does the rest. */
const AT_ONCE = 200;
/** Long after the last attempt that was being closed while its question was declared void. */
const LOOK_BACK_DAYS = 2;

/**
 * Sets right what a void question did to closed attempts and to recalls, each attempt in a transaction of its own. Safe
 * to repeat, to stop in the middle and to run in two processes at once. Answers how many attempts were corrected.
 */
export async function correctVoided(input: { questionId: string; now: Date; limit?: number }): Promise<number> {
  const { questionId, now, limit = AT_ONCE } = input;
  await dropFirsts({ questionId });
  await correctRecalls({ questionId });
  const attempts = await listUncorrected(questionId, limit);
  let corrected = 0;
  for (const attemptId of attempts) {
    if (await correctAttempt({ attemptId, questionId, now })) corrected += 1;
  }
  return corrected;
}

/** The same for every question declared void of late, until nothing is left. */
export async function correctEverythingVoided(now: Date): Promise<{ corrected: number; failed: number }> {
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * 24 * 60 * 60 * 1000);
  let corrected = 0;
  let failed = 0;
  for (const questionId of await listVoidedSince(since)) {
    try {
      for (let done = AT_ONCE; done === AT_ONCE; corrected += done) done = await correctVoided({ questionId, now });
    } catch (error) {
      failed += 1;
      logger().error({ err: error, questionId }, "a void question could not be set right");
    }
  }
  return { corrected, failed };
}
