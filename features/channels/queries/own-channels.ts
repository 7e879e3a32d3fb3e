import type { OwnScope } from "@/features/access/types";
import { openText } from "@/lib/crypto";
import { db } from "@/lib/db";
import type { Target } from "@/lib/delivery/channel";
import { maskEmail } from "../view";

/** Names of the channels that the person has turned off. */
export async function listOwnTurnedOff({ memberId }: OwnScope): Promise<ReadonlySet<string>> {
  const rows = await db().channelSetting.findMany({ where: { memberId }, select: { channel: true } });
  return new Set(rows.map(({ channel }) => channel));
}

export type OwnEmail = { masked: string; state: "waiting" | "lapsed" | "in-use" | "off"; offReason: string };

/** The person's own e-mail address, masked; null when there is none. */
export async function findOwnEmail({ memberId }: OwnScope, now: Date): Promise<OwnEmail | null> {
  const row = await db().emailAddress.findUnique({ where: { memberId } });
  if (row === null) return null;
  const { address = "" } = JSON.parse(openText(row.cipher)) as Target;
  const isOpen = row.codeExpiresAt !== null && row.codeExpiresAt > now;
  const state = row.offAt ? "off" : row.confirmedAt ? "in-use" : isOpen ? "waiting" : "lapsed";
  return { masked: maskEmail(address), state, offReason: row.offReason };
}

/** Hashes of the addresses of the person's browsers, by which a browser knows itself. */
export async function listOwnBrowsers({ memberId }: OwnScope): Promise<string[]> {
  const rows = await db().pushBrowser.findMany({ where: { memberId }, select: { endpointHash: true } });
  return rows.map(({ endpointHash }) => endpointHash);
}
