import { covering } from "@/features/access/queries";
import type { OwnScope } from "@/features/access/types";
import { openText } from "@/lib/crypto";
import { db } from "@/lib/db";

/** The secret part of the person's private address; null without one. */
export async function findFeedToken({ memberId }: OwnScope): Promise<string | null> {
  const row = await db().feedAddress.findUnique({ where: { memberId }, select: { cipher: true } });
  return row && openText(row.cipher);
}

export type Pushed = { day: string; entryId: string };

/** What the person's branch of today got since a day, the newest first. */
export async function listPushed(
  { memberId }: OwnScope,
  { from, today }: { from: string; today: string },
): Promise<Pushed[]> {
  return db().push.findMany({
    where: { day: { gte: from }, branch: { memberships: { some: { memberId, ...covering(today) } } } },
    orderBy: { day: "desc" },
    select: { day: true, entryId: true },
    distinct: ["day"],
  });
}

export type DueClaim = { id: string; title: string; dueOn: string; since: Date };

/**
 * Volunteer projects that the person, or one of the places that they speak for, has claimed and may carry out, with a last
 * day that is not over.
 */
export async function listDueClaims(
  { memberId }: OwnScope,
  { places, today }: { places: readonly string[]; today: string },
): Promise<DueClaim[]> {
  const claimants = [
    { claimantKind: "member", claimantId: memberId },
    { claimantKind: { not: "member" }, claimantId: { in: [...places] } },
  ];
  const rows = await db().projectClaim.findMany({
    where: { OR: claimants, state: "approved", dueOn: { gte: today } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: { id: true, dueOn: true, approvedAt: true, claimedAt: true, project: { select: { title: true } } },
  });
  return rows.map(({ id, dueOn, approvedAt, claimedAt, project }) => ({
    ...{ id, title: project.title, dueOn: dueOn ?? today, since: approvedAt ?? claimedAt },
  }));
}
