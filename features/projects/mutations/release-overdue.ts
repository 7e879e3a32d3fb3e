import { businessDateOf } from "@/domain/calendar/shanghai";
import { claimAfter, hasPlace, isOverdue, type ClaimState } from "@/domain/projects/claims";
import { db, inTransaction, type Tx } from "@/lib/db";
import { ended, lockProject, passPlaceOn } from "./hold-place";
import { CLAIMANT, listSpeakers, noteToClaimant, type Claimant } from "./tell-claimant";

/**
 * Claims on which nothing happened by their date are released, and those of people who have left the zone, where nobody
 * else speaks for the claimant; the next who waits comes in. One transaction for each, safe to repeat. Answers how many.
 */
export async function releaseOverdue(now: Date): Promise<number> {
  const today = businessDateOf(now);
  const overdue = await db().projectClaim.findMany({
    where: { state: "approved", dueOn: { lt: today } },
    select: { id: true, projectId: true },
    orderBy: { id: "asc" },
  });
  let released = 0;
  for (const claim of overdue) released += await inTransaction((tx) => release(tx, { ...claim, today, now }));
  for (const claim of await listLeft()) released += await inTransaction((tx) => leave(tx, { ...claim, today, now }));
  return released;
}

type Which = { id: string; projectId: string; today: string; now: Date };

async function release(tx: Tx, { id, projectId, today, now }: Which): Promise<number> {
  await lockProject(tx, projectId);
  const row = await tx.projectClaim.findUniqueOrThrow({
    where: { id },
    include: { project: { select: { title: true } } },
  });
  const state = row.state as ClaimState;
  const next = claimAfter("release", state);
  // A note of this minute has moved the date.
  if (next === null || !isOverdue({ state, dueOn: row.dueOn }, today)) return 0;
  await tx.projectClaim.update({ where: { id }, data: { ...ended(next, now, "到期没有进展"), holderOf: null } });
  const words = "到期没有进展，已经放回，不记过失。还想办的，可以再认领。";
  await noteToClaimant(tx, { claim: row, key: `claim:${id}:released`, title: row.project.title, words, now });
  await passPlaceOn(tx, { projectId, today, now });
  return 1;
}

type Left = Claimant & { id: string; projectId: string };

/** Alive claims of people who are no longer in the zone. */
async function listLeft(): Promise<Left[]> {
  const rows = await db().projectClaim.findMany({
    where: { activeKey: { not: null } },
    select: { ...CLAIMANT, id: true, projectId: true },
  });
  const left = await db().member.findMany({
    where: { id: { in: rows.map(({ memberId }) => memberId) }, state: "left" },
    select: { id: true },
  });
  const gone = new Set(left.map(({ id }) => id));
  return rows.filter(({ memberId }) => gone.has(memberId));
}

/** What is in the name of a place goes on while somebody speaks for it. */
async function goesOn(tx: Tx, claim: Claimant, now: Date): Promise<boolean> {
  return claim.claimantKind !== "member" && (await listSpeakers(tx, claim, now)).length > 0;
}

async function leave(tx: Tx, { id, projectId, today, now }: Which): Promise<number> {
  await lockProject(tx, projectId);
  const row = await tx.projectClaim.findUniqueOrThrow({ where: { id } });
  const state = row.state as ClaimState;
  const next = claimAfter("withdraw", state);
  if (next === null || (await goesOn(tx, row, now))) return 0;
  await tx.projectClaim.update({ where: { id }, data: { ...ended(next, now, "已转出"), holderOf: null } });
  if (hasPlace(state)) await passPlaceOn(tx, { projectId, today, now });
  return 1;
}
