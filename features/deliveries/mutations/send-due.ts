import { CHANNEL_KINDS, roomIn, type ChannelKind } from "@/domain/pushes/channels";
import { findTarget } from "@/features/channels/queries/find-target";
import { takeLease } from "@/features/jobs/mutations";
import { findTakenDown } from "@/features/takedowns/queries";
import { db } from "@/lib/db";
import { dead, retry, type Outcome } from "@/lib/delivery/channel";
import { logger } from "@/lib/logger";
import { countTried, listDue, listDueLanes, type DueDelivery } from "../queries/list-due";
import type { Channels } from "../types";
import { claimDelivery } from "./claim-delivery";
import { settleDelivery } from "./settle-delivery";

/** So many lanes of each channel are worked on at once: one whose other side is silent holds up none of the rest. */
const LANES_AT_ONCE = 8;
const AT_ONCE = 20;
const LEASE_SECONDS = 60;
const MINUTE_MS = 60_000;

type Sending = {
  channels: Channels;
  /** Names this process. */
  holder: string;
  clock: () => Date;
  /** Where the product is reached. */
  publicUrl: string;
  /** Lanes that an earlier pass of this process is still at, which this one leaves to it. */
  atWork?: Set<string>;
};

/**
 * Sends what is due from the outbox, each lane within its limit and by one process at a time; answers how many got through.
 * Channels have workers of their own, so that a silent one costs the others nothing. A pass may begin while another one
 * waits for somebody, as long as both are given the same `atWork`: the lease keeps other processes out, not this one.
 */
export async function sendDue(sending: Sending): Promise<number> {
  const atWork = sending.atWork ?? new Set<string>();
  const sent = await Promise.all(CHANNEL_KINDS.map((channel) => sendChannel(channel, atWork, sending)));
  return sent.reduce((sum, each) => sum + each, 0);
}

async function sendChannel(channel: ChannelKind, atWork: Set<string>, sending: Sending): Promise<number> {
  const waiting = await listDueLanes(channel, sending.clock());
  const taken = [...atWork].filter((lane) => lane.split(":")[0] === channel).length;
  let sent = 0;
  const work = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift()) {
      if (atWork.has(lane)) continue;
      atWork.add(lane);
      try {
        const through = await sendLane(lane, channel, sending);
        sent += through;
      } finally {
        atWork.delete(lane);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(0, LANES_AT_ONCE - taken) }, work));
  return sent;
}

async function sendLane(lane: string, channel: ChannelKind, sending: Sending): Promise<number> {
  const { holder, clock } = sending;
  const lease = () => takeLease({ name: `lane:${lane}`, holder, seconds: LEASE_SECONDS, now: clock() });
  if (!(await lease())) return 0;
  const minuteAgo = new Date(clock().getTime() - MINUTE_MS);
  const room = roomIn(channel, await countTried(lane, minuteAgo));
  if (room === 0) return 0;
  let sent = 0;
  for (const delivery of await listDue(lane, clock(), Math.min(room, AT_ONCE))) {
    if (!(await lease()) || !(await claimDelivery(delivery, clock()))) continue;
    const outcome = await deliver(delivery, sending);
    await settleDelivery({ delivery, outcome, now: clock() });
    if (outcome.state === "delivered") sent += 1;
    if (outcome.state === "retry" && outcome.outage) {
      logger().warn({ lane, reason: outcome.reason }, "a way out is out of order, what waits for it rests a minute");
      await restLane(lane, clock());
      break;
    }
  }
  return sent;
}

/** What waits behind a fault of the way would meet the same: one of them tries again in a minute, not each in its turn. */
async function restLane(lane: string, now: Date): Promise<void> {
  await db().delivery.updateMany({
    where: { lane, state: "queued", nextAt: { lte: now } },
    data: { nextAt: new Date(now.getTime() + MINUTE_MS) },
  });
}

async function deliver(delivery: DueDelivery, { channels, clock, publicUrl }: Sending): Promise<Outcome> {
  const { kind, title, body, href, until } = delivery;
  if (until !== null && clock() > until) return withdraw(delivery.id, "过了时候，没有再发");
  // 撤下 reaches what is still on its way.
  if (kind === "push" && (await findTakenDown()).documents.has(href.slice(1))) {
    return withdraw(delivery.id, "内容已撤下，没有发");
  }
  const target = await findTarget(delivery.channel, delivery.targetId);
  if (target === null) return withdraw(delivery.id, "收件的一方已停收、停用或撤掉");
  const channel = channels[delivery.channel];
  if (channel === undefined) return retry("这个通道现在没有开通", { outage: true });
  const letter = { title, body, url: href === "" ? "" : `${publicUrl}${href}` };
  try {
    return await channel.send(letter, target);
  } catch (error) {
    return retry(error instanceof Error ? error.message : String(error));
  }
}

/** Not sent, and nobody's fault. */
async function withdraw(id: string, reason: string): Promise<Outcome> {
  await db().delivery.updateMany({ where: { id, state: "queued" }, data: { state: "dead", lastError: reason } });
  return dead(reason);
}
