import "server-only";
import { now } from "@/lib/clock";
import { randomToken } from "@/lib/crypto";
import { findOpenLink } from "../queries/links";
import { listSent } from "../queries/list-sent";
import { sentLine, type SentLine } from "../view";

export type VillagePage = { area: string; station: string; token: string; submissionKey: string; sent: SentLine[] };

/**
 * The form behind a village's link, with a fresh key in it, and what became of what was sent by it; null when the link is
 * not to be used.
 */
export async function loadVillage(token: string): Promise<VillagePage | null> {
  const link = await findOpenLink(token, now());
  if (link === null) return null;
  const sent = (await listSent(link.id)).map(sentLine);
  return { area: link.area, station: link.station, token, submissionKey: randomToken(), sent };
}
