import "server-only";
import { now } from "@/lib/clock";
import { randomToken } from "@/lib/crypto";
import { findOpenLink } from "../queries/links";

export type VillagePage = { area: string; station: string; token: string; submissionKey: string };

/** The form behind a village's link, with a fresh key in it; null when the link is not to be used. */
export async function loadVillage(token: string): Promise<VillagePage | null> {
  const link = await findOpenLink(token, now());
  return link && { area: link.area, station: link.station, token, submissionKey: randomToken() };
}
