import { nextTry } from "@/domain/pushes/retry";
import { countDelivered, countLost } from "@/features/channels/mutations/count-result";
import { inTransaction, type Tx } from "@/lib/db";
import type { Outcome } from "@/lib/delivery/channel";
import { logger } from "@/lib/logger";
import type { DueDelivery } from "../queries/list-due";

/** What is written of an answer of the other side. */
const MOST_WORDS = 300;

type Settled = { delivery: DueDelivery; outcome: Outcome; now: Date };

/** Writes down what became of a claimed message. A claim that ran out meanwhile belongs to another process. */
export async function settleDelivery({ delivery, outcome, now }: Settled): Promise<void> {
  const next = stateAfter(delivery, outcome, now);
  await inTransaction(async (tx) => {
    const mine = { id: delivery.id, state: "queued", attempts: delivery.attempts + 1 };
    if ((await tx.delivery.updateMany({ where: mine, data: next })).count === 0) return;
    await countResult(tx, { delivery, outcome, now }, next.state);
  });
  if (next.state !== "failed") return;
  const { id, channel, kind } = delivery;
  logger().warn({ deliveryId: id, channel, kind, reason: next.lastError }, "a message was given up");
}

function stateAfter({ attempts, until }: DueDelivery, outcome: Outcome, now: Date) {
  if (outcome.state === "delivered") return { state: "sent", sentAt: now, lastError: "" };
  const lastError = outcome.reason.slice(0, MOST_WORDS);
  if (outcome.state === "dead") return { state: "dead", lastError };
  const nextAt = nextTry({ attempts: attempts + 1, until, afterSeconds: outcome.afterSeconds }, now);
  return nextAt === null ? { state: "failed", lastError } : { state: "queued", nextAt, lastError };
}

async function countResult(tx: Tx, { delivery, outcome, now }: Settled, state: string): Promise<void> {
  const { channel, targetId } = delivery;
  if (outcome.state === "delivered") return countDelivered(tx, { channel, targetId });
  if (state === "queued") return;
  // No fault of the address; but a browser has no other way than its own push service.
  if (outcome.state === "retry" && outcome.outage && channel !== "web-push") return;
  const gone = outcome.state === "dead" && outcome.gone;
  await countLost(tx, { channel, targetId, gone, reason: outcome.reason.slice(0, MOST_WORDS), now });
}
