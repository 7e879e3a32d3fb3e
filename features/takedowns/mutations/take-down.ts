import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import type { TakeDownInput } from "../schema";
import { findTargetTitle } from "../queries";

export type TakeDownResult = { ok: true; takedownId: string; isNew: boolean } | { ok: false; reason: "unknown" };

/**
 * Takes an entry, a lesson, a leaflet, a film or a question out of everything people see. What is down already stays down under its first
 * reason. The caller renders the pages of this process anew; other processes notice within ten seconds.
 */
export async function takeDown(input: TakeDownInput & { actorId: string; now: Date }): Promise<TakeDownResult> {
  const { targetKind, targetId, reason, actorId, now } = input;
  if ((await findTargetTitle(targetKind, targetId)) === null) return { ok: false, reason: "unknown" };
  const result = await inTransaction(async (tx) => {
    const down = await tx.takedown.findFirst({ where: { targetKind, targetId, liftedAt: null }, select: { id: true } });
    if (down) return { ok: true as const, takedownId: down.id, isNew: false };
    const { id } = await tx.takedown.create({
      data: { targetKind, targetId, reason, takenById: actorId, takenAt: now },
    });
    await audit(tx, {
      actorId,
      action: "content.take-down",
      subjectKind: targetKind,
      subjectId: targetId,
      detail: { reason },
      now,
    });
    return { ok: true as const, takedownId: id, isNew: true };
  });
  forgetRemembered();
  return result;
}
