import { nextHour, USUAL_HOUR } from "@/domain/pushes/hour";
import { enqueueMessages } from "@/features/deliveries/mutations/enqueue-messages";
import { db, inTransaction } from "@/lib/db";
import { selectRows } from "@/lib/db/prepared";
import { openingMessage, withdrawalMessage } from "../message";

/** How long after it somebody who was not reached, since nothing ran, is still told. */
const LATE_DAYS = 3;
const DAY_MS = 86_400_000;
const PEOPLE_AT_ONCE = 50;

type Told = { id: string; quiz: { title: string; opensAt: Date; closesAt: Date | null } };
const TOLD = { id: true, quiz: { select: { title: true, opensAt: true, closesAt: true } } } as const;

/**
 * Tells those who are registered that their contest has opened, or that it was taken back: into the inbox at once, outside
 * of the product by day and not after the window. Each once, however often it runs; answers to how many people it wrote.
 */
export async function tellRegistered(now: Date): Promise<number> {
  const lately = new Date(now.getTime() - LATE_DAYS * DAY_MS);
  const opened = await db().contest.findMany({
    where: { state: "released", quiz: { opensAt: { gte: lately, lte: now }, closesAt: { gt: now } } },
    select: TOLD,
  });
  const withdrawn = await db().contest.findMany({
    where: { state: "withdrawn", releasedAt: { not: null }, updatedAt: { gte: lately } },
    select: TOLD,
  });
  let told = 0;
  for (const contest of opened) told += await tell(contest, openingMessage, now);
  for (const contest of withdrawn) told += await tell(contest, withdrawalMessage, now);
  return told;
}

async function tell({ id, quiz }: Told, messageOf: typeof openingMessage, now: Date): Promise<number> {
  const closesAt = quiz.closesAt ?? now;
  const message = messageOf({ id, title: quiz.title, closesAt });
  const people = await listUntold(id, { key: message.key, before: quiz.opensAt });
  const sending = { kind: "notice" as const, now, notBefore: nextHour(USUAL_HOUR, now), until: closesAt };
  for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) {
    const memberIds = people.slice(at, at + PEOPLE_AT_ONCE);
    await inTransaction((tx) => enqueueMessages(tx, { ...sending, ...message, memberIds }));
  }
  return people.length;
}

/**
 * Registered before the window opened, and without this word in the inbox: who registers later sees that it is open. Who
 * turned the inbox off comes again each time; the outbox keeps the word once.
 */
async function listUntold(contestId: string, { key, before }: { key: string; before: Date }): Promise<string[]> {
  const rows = await selectRows<{ member_id: string }>(
    `SELECT e.member_id FROM contest_entry e JOIN member m ON m.id = e.member_id
     WHERE e.contest_id = ? AND e.left_at IS NULL AND e.joined_at < ? AND m.state <> 'left'
       AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.member_id = e.member_id AND n.key = ?)
     ORDER BY e.member_id`,
    [contestId, before, key],
  );
  return rows.map(({ member_id }) => member_id);
}
