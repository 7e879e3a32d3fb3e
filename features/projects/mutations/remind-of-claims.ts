import { businessDateOf } from "@/domain/calendar/shanghai";
import { formatDay } from "@/domain/calendar/labels";
import { remindFrom, waitingWeeks } from "@/domain/projects/claims";
import { db, inTransaction } from "@/lib/db";
import { CLAIMANT, tellClaimant } from "./tell-claimant";
import { tellStation } from "./tell-station";

/**
 * A word to whoever has a claim whose last day is near, once for each last day, and to the station for each full week
 * that a claim has waited for it. Safe to repeat. Answers how many claims were spoken of.
 */
export async function remindOfClaims(now: Date): Promise<number> {
  return (await remindClaimants(now)) + (await remindStations(now));
}

async function remindClaimants(now: Date): Promise<number> {
  const today = businessDateOf(now);
  const near = await db().projectClaim.findMany({
    where: { state: "approved", dueOn: { gte: today, lte: remindFrom(today) } },
    orderBy: { id: "asc" },
    select: { ...CLAIMANT, id: true, dueOn: true, project: { select: { title: true } } },
  });
  for (const { id, dueOn, project, ...claim } of near) {
    const day = formatDay(dueOn ?? today);
    const title = `${day}到期：${project.title}`;
    const body = `还在办的，记一条进展，从当天起再有两个星期；办完了的，点“办完了”。到${day}没有动静，第二天放回给别的同志。`;
    await inTransaction((tx) => tellClaimant(tx, { claim, key: `claim-due:${id}:${dueOn}`, title, body, now }));
  }
  return near.length;
}

async function remindStations(now: Date): Promise<number> {
  const rows = await db().projectClaim.findMany({
    where: { state: { in: ["held", "done"] } },
    orderBy: { id: "asc" },
    select: { id: true, projectId: true, ticket: true, state: true, claimedAt: true, completedAt: true },
  });
  let told = 0;
  for (const row of rows) {
    const since = row.state === "done" ? (row.completedAt ?? row.claimedAt) : await heldSince(row);
    const weeks = waitingWeeks(since, now);
    if (weeks === 0) continue;
    const what = row.state === "done" ? "done" : "held";
    await inTransaction((tx) => tellStation(tx, { claimId: row.id, what, now, waiting: { since, weeks } }));
    told += 1;
  }
  return told;
}

/** The place passed on when the one before ended; whoever came first has it since the claim. */
async function heldSince({ projectId, ticket, claimedAt }: { projectId: string; ticket: number; claimedAt: Date }) {
  const before = { projectId, ticket: { lt: ticket }, endedAt: { not: null } };
  const { _max } = await db().projectClaim.aggregate({ where: before, _max: { endedAt: true } });
  return _max.endedAt !== null && _max.endedAt > claimedAt ? _max.endedAt : claimedAt;
}
