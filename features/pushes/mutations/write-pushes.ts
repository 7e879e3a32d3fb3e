import { businessDateOf, monthDayOf } from "@/domain/calendar/shanghai";
import { endOfPush, pushStateAt } from "@/domain/pushes/hour";
import { enqueueMessages } from "@/features/deliveries/mutations/enqueue-messages";
import { findLibraryEntry } from "@/features/library/queries";
import type { Entry } from "@/features/library/types";
import { findTakenDown } from "@/features/takedowns/queries";
import { inTransaction, isUniqueViolation } from "@/lib/db";
import { pushMessage } from "../message";
import { listReceivers, listUnpushed } from "../queries";

/** People of one transaction. */
const AT_ONCE = 50;

/**
 * Writes today's entry for every branch whose hour has come: into the inboxes and the outbox. Safe to repeat and to break
 * off: messages are unique by day, and the branch is done with the last of them. A day without an entry, or whose entry is
 * taken down, is looked at again until its time is over. Answers how many branches got it.
 */
export async function writePushes(now: Date): Promise<number> {
  const day = businessDateOf(now);
  const due = (await listUnpushed(day)).filter(({ isOn, at }) => isOn && pushStateAt(at, now) === "due");
  const entry = due.length === 0 ? null : await findEntry(day);
  if (entry === null) return 0;
  let written = 0;
  for (const { branchId } of due) if (await writePush({ branchId, day, entry, now })) written += 1;
  return written;
}

async function findEntry(day: string): Promise<Entry | null> {
  const entry = findLibraryEntry(monthDayOf(day));
  return entry === null || (await findTakenDown()).documents.has(entry.id) ? null : entry;
}

type NewPush = { branchId: string; day: string; entry: Entry; now: Date };

async function writePush({ branchId, day, entry, now }: NewPush): Promise<boolean> {
  const message = { kind: "push", ...pushMessage(entry, day), until: endOfPush(day), now } as const;
  const receivers = await listReceivers(branchId, day);
  while (receivers.length > AT_ONCE) {
    const memberIds = receivers.splice(0, AT_ONCE);
    await inTransaction((tx) => enqueueMessages(tx, { ...message, memberIds }));
  }
  try {
    await inTransaction(async (tx) => {
      await tx.push.create({ data: { branchId, day, entryId: entry.id, createdAt: now } });
      await enqueueMessages(tx, { ...message, memberIds: receivers, branchId });
    });
    return true;
  } catch (error) {
    // Another process was first.
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
