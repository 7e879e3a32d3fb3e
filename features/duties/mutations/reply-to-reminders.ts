import type { Tx } from "@/lib/db";

/** Whatever is done about a duty, on whichever page, answers the reminders of it that have no answer yet. */
export async function replyToReminders(
  tx: Tx,
  { dutyId, reply, actorId, now }: { dutyId: string; reply: string; actorId: string | null; now: Date },
): Promise<void> {
  const data = { reply, repliedById: actorId, repliedAt: now };
  await tx.reminderItem.updateMany({ where: { dutyId, reply: "" }, data });
}
