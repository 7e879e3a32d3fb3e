import { db, type Tx } from "@/lib/db";
import { insertMissingRows, type Sql } from "@/lib/db/prepared";
import { newId } from "@/lib/randomness";
import type { NoticeKind } from "./types";

export type NewNotice = {
  memberId: string;
  key: string;
  text: string;
  kind?: NoticeKind;
  /** Path inside the product that the reader may open, or `SAYS_ALL`. */
  href: string;
  now: Date;
};

/**
 * A short word to one person, for the inbox alone, written in the transaction of the act it speaks of; the same key is
 * told once. What is also to reach people outside of the product goes through `enqueueMessages` of features/deliveries.
 */
export async function notify(tx: Tx, input: NewNotice): Promise<void> {
  const { memberId, key, text, kind = "notice", href, now } = input;
  await tx.notice.upsert({
    where: { memberId_key: { memberId, key } },
    create: { memberId, key, kind, text, href, createdAt: now },
    update: {},
  });
}

/** The same word to many people in one statement, each once; answers how many had not been told. At most 200 a call. */
export function notifyEach(
  tx: Tx | Sql,
  memberIds: readonly string[],
  { key, text, kind = "notice", href, now }: Omit<NewNotice, "memberId">,
): Promise<number> {
  const rows = memberIds.map((memberId) => ({
    ...{ id: newId(now), member_id: memberId, kind, key, title: "", text, href, created_at: now, read_at: null },
  }));
  return insertMissingRows(tx, "notice", rows);
}

export async function markNoticesRead(memberId: string, now: Date): Promise<void> {
  await db().notice.updateMany({ where: { memberId, readAt: null }, data: { readAt: now } });
}

/** Yesterday's entry is in the archive: pushes leave the inbox after a week. */
const PUSH_DAYS = 7;

/** Removes pushes older than a week from the inboxes; answers how many. */
export async function purgePushes(now: Date): Promise<number> {
  const before = new Date(now.getTime() - PUSH_DAYS * 24 * 60 * 60 * 1000);
  let removed = 0;
  for (;;) {
    const { count } = await db().notice.deleteMany({ where: { kind: "push", createdAt: { lt: before } }, limit: 200 });
    removed += count;
    if (count < 200) return removed;
  }
}
