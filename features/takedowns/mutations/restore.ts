import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";

/**
 * Brings back what a takedown took out, with any other takedown of the same thing. False when it was brought back
 * already or never was down. Safe to repeat.
 */
export async function restore(input: { takedownId: string; actorId: string; now: Date }): Promise<boolean> {
  const { takedownId, actorId, now } = input;
  const isLifted = await inTransaction(async (tx) => {
    const row = await tx.takedown.findUnique({ where: { id: takedownId } });
    if (!row) return false;
    const { targetKind, targetId } = row;
    const { count } = await tx.takedown.updateMany({
      where: { targetKind, targetId, liftedAt: null },
      data: { liftedAt: now, liftedById: actorId },
    });
    if (count === 0) return false;
    await audit(tx, { actorId, action: "content.restore", subjectKind: targetKind, subjectId: targetId, now });
    return true;
  });
  forgetRemembered();
  return isLifted;
}
