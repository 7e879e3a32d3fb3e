import type { ChannelKind, PersonalChannel } from "@/domain/pushes/channels";
import { openText } from "@/lib/crypto";
import { db } from "@/lib/db";
import type { Target } from "@/lib/delivery/channel";

/** The address behind an id, opened; null when it was taken away, switched off or turned off by its owner meanwhile. */
export async function findTarget(channel: ChannelKind, targetId: string): Promise<Target | null> {
  const cipher = await findCipher(channel, targetId);
  return cipher === null ? null : (JSON.parse(openText(cipher)) as Target);
}

const reachable = (channel: PersonalChannel) => ({ state: "active", channelSettings: { none: { channel } } });

async function findCipher(channel: ChannelKind, id: string): Promise<string | null> {
  if (channel === "email") {
    const where = { memberId: id, confirmedAt: { not: null }, offAt: null, member: reachable(channel) };
    return (await db().emailAddress.findFirst({ where, select: { cipher: true } }))?.cipher ?? null;
  }
  if (channel === "web-push") {
    const where = { id, member: reachable(channel) };
    return (await db().pushBrowser.findFirst({ where, select: { cipher: true } }))?.cipher ?? null;
  }
  const row = await db().robot.findFirst({ where: { id, kind: channel, offAt: null }, select: { cipher: true } });
  return row?.cipher ?? null;
}
