import type { ClaimantKind } from "@/domain/projects/claims";
import { db, inTransaction, isUniqueViolation, type Tx } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { lockProject } from "./hold-place";
import { tellStation } from "./tell-station";

type Claimant = { kind: ClaimantKind; id: string };

export type ClaimResult = { ok: true; claimId: string; isNew: boolean } | { ok: false; reason: "unknown" | "ended" };

type Claiming = { projectId: string; claimant: Claimant; memberId: string; now: Date };

const keyOf = ({ projectId, claimant }: Claiming): string => `${projectId}:${claimant.kind}:${claimant.id}`;

/**
 * 认领: the first has the place, the others wait in the order in which they came. A repeat finds the claim of the first
 * time. That one alone has the place is a unique constraint; the row of the project puts those who come at once in order.
 */
export async function claimProject(input: Claiming): Promise<ClaimResult> {
  try {
    return await inTransaction((tx) => claim(tx, input));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const held = await db().projectClaim.findUnique({ where: { activeKey: keyOf(input) }, select: { id: true } });
    if (held === null) throw error;
    return { ok: true, claimId: held.id, isNew: false };
  }
}

async function claim(tx: Tx, input: Claiming): Promise<ClaimResult> {
  const { projectId, claimant, memberId, now } = input;
  const project = await lockProject(tx, projectId);
  if (project === null) return { ok: false, reason: "unknown" };
  const before = await tx.projectClaim.findUnique({ where: { activeKey: keyOf(input) }, select: { id: true } });
  if (before) return { ok: true, claimId: before.id, isNew: false };
  if (project.state !== "published") return { ok: false, reason: project.publishedAt ? "ended" : "unknown" };
  const isTaken = (await tx.projectClaim.count({ where: { holderOf: projectId } })) > 0;
  const ticket = project.arrivals + 1;
  await tx.project.update({
    where: { id: projectId },
    data: { arrivals: ticket, ...(isTaken ? {} : { endedOn: null }) },
  });
  const id = newId(now);
  await tx.projectClaim.create({
    data: {
      ...{ id, projectId, claimantKind: claimant.kind, claimantId: claimant.id, memberId, ticket, claimedAt: now },
      ...{ activeKey: keyOf(input), state: isTaken ? "waiting" : "held", holderOf: isTaken ? null : projectId },
    },
  });
  // Of those who wait nobody is asked anything yet.
  if (!isTaken) await tellStation(tx, { claimId: id, what: "held", now });
  return { ok: true, claimId: id, isNew: true };
}
