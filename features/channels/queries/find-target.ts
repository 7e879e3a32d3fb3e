import type { ChannelKind } from "@/domain/pushes/channels";
import { openText } from "@/lib/crypto";
import { db } from "@/lib/db";
import type { Target } from "@/lib/delivery/channel";

/** The address behind an id, opened; null when it was taken away or switched off meanwhile. */
export async function findTarget(channel: ChannelKind, targetId: string): Promise<Target | null> {
  const cipher = await findCipher(channel, targetId);
  return cipher === null ? null : (JSON.parse(openText(cipher)) as Target);
}

async function findCipher(channel: ChannelKind, id: string): Promise<string | null> {
  if (channel === "email") {
    const where = { memberId: id, confirmedAt: { not: null }, offAt: null, member: { state: "active" } };
    return (await db().emailAddress.findFirst({ where, select: { cipher: true } }))?.cipher ?? null;
  }
  if (channel === "web-push") {
    const where = { id, member: { state: "active" } };
    return (await db().pushBrowser.findFirst({ where, select: { cipher: true } }))?.cipher ?? null;
  }
  const row = await db().robot.findFirst({ where: { id, kind: channel, offAt: null }, select: { cipher: true } });
  return row?.cipher ?? null;
}
