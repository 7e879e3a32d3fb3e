import { laneOf, type ChannelKind, type PersonalChannel } from "@/domain/pushes/channels";
import { namedHost } from "@/domain/pushes/host";
import { openText } from "@/lib/crypto";
import type { Tx } from "@/lib/db";
import type { Target } from "@/lib/delivery/channel";

/** Somewhere a message can go, and the lane it shares. */
export type Address = { channel: ChannelKind; targetId: string; lane: string };

/** Which of these people have turned a channel off. */
export async function listTurnedOff(
  tx: Tx,
  memberIds: readonly string[],
  channel: PersonalChannel,
): Promise<ReadonlySet<string>> {
  const where = { memberId: { in: [...memberIds] }, channel };
  const rows = await tx.channelSetting.findMany({ where, select: { memberId: true } });
  return new Set(rows.map(({ memberId }) => memberId));
}

/** Where these people can be reached outside of the product now: confirmed, not switched off and not turned off. */
export async function listPersonalAddresses(tx: Tx, memberIds: readonly string[]): Promise<Address[]> {
  const mine = { memberId: { in: [...memberIds] }, member: { state: "active" } };
  const mails = await tx.emailAddress.findMany({
    where: { ...mine, confirmedAt: { not: null }, offAt: null },
    select: { memberId: true },
  });
  const browsers = await tx.pushBrowser.findMany({ where: mine, select: { id: true, memberId: true, cipher: true } });
  const [noMail, noPush] = [
    await listTurnedOff(tx, memberIds, "email"),
    await listTurnedOff(tx, memberIds, "web-push"),
  ];
  return [
    ...mails
      .filter(({ memberId }) => !noMail.has(memberId))
      .map(({ memberId }): Address => ({ channel: "email", targetId: memberId, lane: laneOf("email", memberId) })),
    ...browsers
      .filter(({ memberId }) => !noPush.has(memberId))
      .map(({ id, cipher }): Address => ({ channel: "web-push", targetId: id, lane: laneOfBrowser(cipher) })),
  ];
}

function laneOfBrowser(cipher: string): string {
  const { endpoint = "" } = JSON.parse(openText(cipher)) as Target;
  return laneOf("web-push", namedHost(endpoint) ?? "");
}

/** The robots of a branch that are in use. */
export async function listRobotAddresses(tx: Tx, branchId: string): Promise<Address[]> {
  const rows = await tx.robot.findMany({ where: { branchId, offAt: null }, select: { id: true, kind: true } });
  return rows.map(({ id, kind }) => {
    const channel = kind as ChannelKind;
    return { channel, targetId: id, lane: laneOf(channel, id) };
  });
}
