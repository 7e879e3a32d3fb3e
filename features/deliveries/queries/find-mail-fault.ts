import { laneOf } from "@/domain/pushes/channels";
import type { ZoneScope } from "@/features/access/types";
import { db } from "@/lib/db";

export type MailFaultRow = { triedAt: Date; lastError: string };

/** A fault that nobody met for longer than this is no news. */
const LATELY_MS = 24 * 60 * 60 * 1000;

/**
 * The last e-mail that did not get through for want of a way, waiting or given up; null when one got through since. What
 * one address refuses for good (`dead`) says nothing of the way.
 */
export async function findMailFault(_scope: ZoneScope, now: Date): Promise<MailFaultRow | null> {
  const tried = { lane: laneOf("email", ""), triedAt: { gte: new Date(now.getTime() - LATELY_MS) } };
  const row = await db().delivery.findFirst({
    where: { ...tried, state: { in: ["queued", "failed"] }, lastError: { not: "" } },
    orderBy: [{ triedAt: "desc" }, { id: "desc" }],
    select: { triedAt: true, lastError: true },
  });
  if (row === null || row.triedAt === null) return null;
  const since = await db().delivery.count({ where: { lane: tried.lane, triedAt: { gt: row.triedAt }, state: "sent" } });
  return since > 0 ? null : { triedAt: row.triedAt, lastError: row.lastError };
}
