import { lockMember } from "@/features/members/mutations/lock-member";
import { inTransaction } from "@/lib/db";
import { toTransfer } from "../queries/find-transfer";
import { recordEnd } from "./end-moves";

type Ending = { transferId: string; state: "refused" | "withdrawn"; note: string; actorId: string; now: Date };

/**
 * 不同意 with a reason, or 撤回: once, while it is open; nothing else changes. An assent at the same moment comes before it
 * or after it, and whichever is second finds what the first one wrote. Answers false when it had ended before.
 */
export function endTransfer({ transferId, state, note, actorId, now }: Ending): Promise<boolean> {
  return inTransaction(async (tx) => {
    const named = await tx.transfer.findUnique({ where: { id: transferId }, select: { memberId: true } });
    if (!named || !(await lockMember(tx, named.memberId))) return false;
    const ended = await tx.transfer.updateMany({
      where: { id: transferId, state: "open" },
      data: { state, note, closedById: actorId, closedAt: now },
    });
    if (ended.count === 0) return false;
    const transfer = toTransfer(await tx.transfer.findUniqueOrThrow({ where: { id: transferId } }));
    await recordEnd(tx, transfer, { actorId, now });
    return true;
  });
}
