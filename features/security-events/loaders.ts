import "server-only";
import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf, timeOf } from "@/domain/calendar/shanghai";
import { can } from "@/domain/access/can";
import { gateAdmin } from "@/features/access/gates/page";
import { getOwnProfile } from "@/features/members/queries";
import { now } from "@/lib/clock";
import { notFound } from "next/navigation";
import { keptSince, LAST_PAGE } from "./constants";
import { listSecurityEvents } from "./queries";
import { eventLabel } from "./view";

export type SecurityPage = {
  who: string;
  page: number;
  more: boolean;
  events: { id: string; time: string; what: string; member: string; address: string }[];
};

/** 安全记录 of the last six months, newest first, for administrators only. */
export async function loadSecurityEvents(wanted: string | null): Promise<SecurityPage> {
  const { session, actor } = await gateAdmin("/admin/security");
  if (!can(actor, "security-log.read", { kind: "security-log" })) notFound();
  const page = Math.min(LAST_PAGE, Math.max(1, Math.trunc(Number(wanted ?? 1)) || 1));
  const [profile, found] = await Promise.all([
    getOwnProfile(session, now()),
    listSecurityEvents({ since: keptSince(now()), page }),
  ]);
  const events = found.rows.map((row) => ({
    id: row.id,
    time: `${formatFull(businessDateOf(row.at))} ${timeOf(row.at)}`,
    what: eventLabel(row.kind),
    member: row.memberName ?? "未知",
    address: row.address === "unknown" ? "未知" : (row.address ?? ""),
  }));
  return { who: profile.name, page, more: found.more && page < LAST_PAGE, events };
}
