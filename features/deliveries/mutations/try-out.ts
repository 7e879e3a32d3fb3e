import { roomIn } from "@/domain/pushes/channels";
import type { Address } from "@/features/channels/queries/list-addresses";
import { db, type Tx } from "@/lib/db";
import type { Channel, Outcome, Target } from "@/lib/delivery/channel";
import { newId } from "@/lib/randomness";
import { countTried } from "../queries/list-due";

export type Trial = Address & {
  target: Target;
  /** The way that is open for it. */
  by: Channel;
  body: string;
  publicUrl: string;
  now: Date;
};

/** What came of it, and how that is written down. */
type Tried = { outcome: Outcome; keep: (tx: Tx) => Promise<void> };

const MINUTE_MS = 60_000;
const TITLE = "指尖课堂试发";

/**
 * Sends one message now, beside the queue. It stands in the log and counts in the limit of its lane like any other; null
 * when the lane has no room in this minute, and then nothing is sent.
 */
export async function tryOut({ channel, targetId, lane, target, by, body, publicUrl, now }: Trial) {
  const minuteAgo = new Date(now.getTime() - MINUTE_MS);
  if (roomIn(channel, await countTried(lane, minuteAgo)) === 0) return null;
  const id = newId(now);
  const row = { id, key: `test:${id}`, channel, targetId, lane, kind: "test", title: TITLE, body, href: "/" };
  // Written first, so that a try that never comes back is in the log as well.
  const tried = { state: "failed", attempts: 1, triedAt: now, nextAt: now, lastError: "没有等到回音", createdAt: now };
  await db().delivery.create({ data: { ...row, ...tried } });
  const outcome = await by.send({ title: TITLE, body, url: `${publicUrl}/` }, target);
  const keep = async (tx: Tx) => void (await tx.delivery.update({ where: { id }, data: settled(outcome, now) }));
  return { outcome, keep } satisfies Tried;
}

function settled(outcome: Outcome, now: Date) {
  if (outcome.state === "delivered") return { state: "sent", sentAt: now, lastError: "" };
  return { state: outcome.state === "dead" ? "dead" : "failed", lastError: outcome.reason.slice(0, 300) };
}
