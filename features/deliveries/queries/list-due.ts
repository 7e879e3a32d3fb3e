import type { ChannelKind } from "@/domain/pushes/channels";
import { db } from "@/lib/db";

export type DueDelivery = {
  id: string;
  channel: ChannelKind;
  targetId: string;
  kind: string;
  title: string;
  body: string;
  href: string;
  attempts: number;
  nextAt: Date;
  until: Date | null;
};

const MOST_LANES = 100;

/** The lanes of a channel in which something is due, the longest waiting first. */
export async function listDueLanes(channel: ChannelKind, now: Date): Promise<string[]> {
  const rows = await db().delivery.groupBy({
    by: ["lane"],
    where: { channel, state: "queued", nextAt: { lte: now } },
    orderBy: [{ _min: { nextAt: "asc" } }, { lane: "asc" }],
    take: MOST_LANES,
  });
  return rows.map(({ lane }) => lane);
}

/** How many messages of a lane were tried since then. */
export function countTried(lane: string, since: Date): Promise<number> {
  return db().delivery.count({ where: { lane, triedAt: { gt: since } } });
}

/** What is due in a lane, the longest waiting first. */
export async function listDue(lane: string, now: Date, take: number): Promise<DueDelivery[]> {
  const rows = await db().delivery.findMany({
    where: { lane, state: "queued", nextAt: { lte: now } },
    orderBy: [{ nextAt: "asc" }, { id: "asc" }],
    take,
    select: {
      ...{ id: true, channel: true, targetId: true, kind: true, title: true, body: true, href: true },
      ...{ attempts: true, nextAt: true, until: true },
    },
  });
  return rows.map((row) => ({ ...row, channel: row.channel as ChannelKind }));
}
