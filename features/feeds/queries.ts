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
