import { CLAIM_SECONDS } from "@/domain/pushes/retry";
import { db } from "@/lib/db";
import type { DueDelivery } from "../queries/list-due";

/**
 * Takes one due message for this process: true for one of all that try. The claim is a later time of the next try, so that
 * a message whose process was killed comes back by itself and is sent at least once.
 */
export async function claimDelivery({ id, attempts, nextAt }: DueDelivery, now: Date): Promise<boolean> {
  const claimed = await db().delivery.updateMany({
    where: { id, state: "queued", attempts, nextAt },
    data: {
      ...{ attempts: attempts + 1, triedAt: now },
      nextAt: new Date(now.getTime() + CLAIM_SECONDS * 1000),
    },
  });
  return claimed.count === 1;
}
