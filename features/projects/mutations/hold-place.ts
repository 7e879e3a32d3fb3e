import type { ClaimState } from "@/domain/projects/claims";
import type { Tx } from "@/lib/db";
import { CLAIMANT, tellClaimant } from "./tell-claimant";
import { tellStation } from "./tell-station";

/**
 * Takes the project's row for this transaction: whoever claims or decides on the same project at the same time waits, and
 * then sees what was done. Answers the project, or null when there is none.
 */
export async function lockProject(tx: Tx, projectId: string) {
  const { count } = await tx.project.updateMany({ where: { id: projectId }, data: { arrivals: { increment: 0 } } });
  return count === 1 ? tx.project.findUniqueOrThrow({ where: { id: projectId } }) : null;
}

/** What stands on a claim that has come to its end. */
export const ended = (state: ClaimState, now: Date, reason = "") => ({
  ...{ state, endedAt: now, activeKey: null, reason },
});

type Leaving = { projectId: string; today: string; now: Date };

/**
 * The place is free: the first who waits is held from now on, and told. When nobody waits and somebody was ever free to
 * see the contact, the time begins after which it is deleted: also when those who came after them were never approved.
 */
export async function passPlaceOn(tx: Tx, { projectId, today, now }: Leaving): Promise<void> {
  const next = await tx.projectClaim.findFirst({
    where: { projectId, state: "waiting" },
    orderBy: { ticket: "asc" },
    select: { ...CLAIMANT, id: true, project: { select: { title: true } } },
  });
  if (next === null) {
    if (await wasOpen(tx, projectId)) await tx.project.update({ where: { id: projectId }, data: { endedOn: today } });
    return;
  }
  await tx.projectClaim.update({ where: { id: next.id }, data: { state: "held", holderOf: projectId } });
  const title = `轮到你了：${next.project.title}`;
  const body = "前面的人放回了，工作站同意以后就可以办。";
  await tellClaimant(tx, { claim: next, key: `claim:${next.id}:held`, title, body, now });
  await tellStation(tx, { claimId: next.id, what: "held", now });
}

/** Whether the contact that is kept now was open to anybody. One that came after the last of them was not. */
async function wasOpen(tx: Tx, projectId: string): Promise<boolean> {
  const contact = await tx.projectContact.findUnique({ where: { projectId }, select: { storedAt: true } });
  if (contact === null) return false;
  const saw = { projectId, approvedAt: { not: null }, endedAt: { gte: contact.storedAt } };
  return (await tx.projectClaim.count({ where: saw })) > 0;
}
