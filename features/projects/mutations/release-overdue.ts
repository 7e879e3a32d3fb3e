import { businessDateOf } from "@/domain/calendar/shanghai";
import { claimAfter, hasPlace, isOverdue, type ClaimState } from "@/domain/projects/claims";
import { notify } from "@/features/notices/mutations";
import { db, inTransaction, type Tx } from "@/lib/db";
import { ended, lockProject, passPlaceOn } from "./hold-place";
import { OWN_CLAIMS } from "./tell-claimant";

/**
 * Claims on which nothing happened by their date are released, and those of people who have left the zone; the next who
 * waits comes in. One transaction for each, safe to repeat. Answers how many.
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
  const text = `你认领的“${row.project.title}”到期没有进展，已经放回，不记过失。还想办的，可以再认领。`;
  await notify(tx, { memberId: row.memberId, key: `claim:${id}:released`, text, href: OWN_CLAIMS, now });
  await passPlaceOn(tx, { projectId, today, now });
  return 1;
}

/** Alive claims in the own name of people who are no longer in the zone. */
async function listLeft(): Promise<{ id: string; projectId: string }[]> {
  const rows = await db().projectClaim.findMany({
    where: { claimantKind: "member", activeKey: { not: null } },
    select: { id: true, projectId: true, claimantId: true },
  });
  const left = await db().member.findMany({
    where: { id: { in: rows.map(({ claimantId }) => claimantId) }, state: "left" },
    select: { id: true },
  });
  const gone = new Set(left.map(({ id }) => id));
  return rows.filter(({ claimantId }) => gone.has(claimantId));
}

async function leave(tx: Tx, { id, projectId, today, now }: Which): Promise<number> {
  await lockProject(tx, projectId);
  const row = await tx.projectClaim.findUniqueOrThrow({ where: { id } });
  const state = row.state as ClaimState;
  const next = claimAfter("withdraw", state);
  if (next === null) return 0;
  await tx.projectClaim.update({ where: { id }, data: { ...ended(next, now, "已转出"), holderOf: null } });
  if (hasPlace(state)) await passPlaceOn(tx, { projectId, today, now });
  return 1;
}
