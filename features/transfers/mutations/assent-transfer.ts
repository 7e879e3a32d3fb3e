import { businessDateOf } from "@/domain/calendar/shanghai";
import { missingSides, type TransferSide } from "@/domain/people/transfer";
import { audit } from "@/features/audit/mutations";
import { lockMember } from "@/features/members/mutations/lock-member";
import { inTransaction, type Tx } from "@/lib/db";
import { toTransfer } from "../queries/find-transfer";
import { checkNumber } from "./check-number";
import { complete, ENDED, Impossible } from "./complete";
import type { TransferResult } from "./request-transfer";
import { tellRequest } from "./tell";

type Assent = {
  transferId: string;
  /** The sides spoken for; both when the committee decides. */
  sides: readonly TransferSide[];
  /** As typed; empty leaves what was said before. */
  workNumber: string;
  actorId: string;
  now: Date;
};

/**
 * Assents for one side or for both; the last assent does the move in the same transaction, and when the move turns out
 * to be impossible nothing is kept. A side that has assented already stays as it is. Audited; those concerned are told.
 */
export async function assentTransfer(input: Assent): Promise<TransferResult> {
  try {
    return await inTransaction((tx) => assent(tx, input));
  } catch (error) {
    if (error instanceof Impossible) return { ok: false, field: "since", detail: error.message };
    throw error;
  }
}

async function assent(tx: Tx, { transferId, sides, workNumber, actorId, now }: Assent): Promise<TransferResult> {
  const named = await tx.transfer.findUnique({ where: { id: transferId }, select: { memberId: true } });
  // Two assents at once come one after the other: the second one finds what the first one wrote.
  if (!named || !(await lockMember(tx, named.memberId))) return { ok: false, field: "memberId", detail: ENDED };
  const row = await tx.transfer.findUniqueOrThrow({ where: { id: transferId } });
  if (row.state !== "open") return { ok: false, field: "memberId", detail: ENDED };
  const { memberId, toId } = row;
  const { kind } = toTransfer(row);
  const number = await checkNumber(tx, { memberId, kind, toId, typed: workNumber });
  if (!number.ok) return { ok: false, field: "workNumber", detail: number.detail };
  const missing = missingSides(row).filter((side) => sides.includes(side));
  const { count } = await tx.transfer.updateMany({
    where: { id: transferId, state: "open" },
    data: {
      ...(missing.includes("from") ? { fromAssentById: actorId, fromAssentAt: now } : {}),
      ...(missing.includes("to") ? { toAssentById: actorId, toAssentAt: now } : {}),
      ...(number.workNumber === null ? {} : { workNumber: number.workNumber }),
    },
  });
  if (count === 0) return { ok: false, field: "memberId", detail: ENDED };
  const detail = { transfer: transferId, kind, sides: missing, fromId: row.fromId, toId };
  await audit(tx, { actorId, action: "transfer.assent", subjectKind: "member", subjectId: memberId, detail, now });
  const transfer = toTransfer(await tx.transfer.findUniqueOrThrow({ where: { id: transferId } }));
  if (missingSides(transfer).length > 0) {
    await tellRequest(tx, { transfer, actorId, today: businessDateOf(now), now });
    return { ok: true, id: transferId, state: "open", since: transfer.since };
  }
  const done = await complete(tx, { transfer, actorId, now });
  return { ok: true, id: transferId, state: "done", since: done.since };
}
