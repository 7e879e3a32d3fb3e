import { sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";
import { takeTurn } from "@/lib/rate-window";
import { findOpenLink } from "../queries/links";
import type { ContactForm, ProjectText } from "../types";
import { proposeProject, type ProposeResult } from "./propose-project";

/** A village office fills in a few forms of an afternoon: the limits stop machines, not people. */
const PER_ADDRESS = { name: "propose-address", limit: 60, windowMs: 10 * 60_000 };
const PER_LINK = { name: "propose-link", limit: 60, windowMs: 60 * 60_000 };
/** So many of one link may wait for the station at once. */
const MOST_WAITING = 100;

export type ByLinkResult =
  ProposeResult | { ok: false; reason: "gone" } | { ok: false; reason: "too-many"; detail: string };

/** 申报 by a village's link, without an account. The area is the link's own. The same form again changes nothing. */
export async function proposeByLink(input: {
  token: string;
  submissionKey: string;
  text: Omit<ProjectText, "area">;
  contact: ContactForm;
  address: string;
  now: Date;
}): Promise<ByLinkResult> {
  const { token, text, contact, address, now } = input;
  if (!takeTurn(PER_ADDRESS, address, now.getTime())) return tooMany("这个网络地址刚才送来的太多了");
  const link = await findOpenLink(token, now);
  if (!link) return { ok: false, reason: "gone" };
  if (!takeTurn(PER_LINK, link.id, now.getTime())) return tooMany("这个链接刚才送来的太多了");
  const waiting = await db().project.count({ where: { linkId: link.id, state: { in: ["submitted", "checked"] } } });
  if (waiting >= MOST_WAITING) return tooMany("这个链接等着审的已经太多了");
  return proposeProject({
    ...{ stationId: link.stationId, text: { ...text, area: link.area }, contact, linkId: link.id, actorId: null, now },
    // Bound to the link: nobody finds another's project by guessing.
    submissionKey: sha256Hex(`${link.id}\0${input.submissionKey}`),
  });
}

function tooMany(what: string): ByLinkResult {
  return { ok: false, reason: "too-many", detail: `${what}，没有收下。填写的内容还在这一页，请过十分钟再交。` };
}
