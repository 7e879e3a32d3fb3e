import { businessDateOf } from "@/domain/calendar/shanghai";
import { audit } from "@/features/audit/mutations";
import type { Prisma, Tx } from "@/lib/db";
import { toTransfer } from "../queries/find-transfer";
import type { Transfer } from "../types";
import { tellEnd } from "./tell";

type Act = { actorId: string | null; now: Date };

const ACTIONS = {
  refused: "transfer.refuse",
  withdrawn: "transfer.withdraw",
  cancelled: "transfer.cancel",
} as const;

/** What follows when a move has ended otherwise than by being done: it is audited, and those concerned are told. */
export async function recordEnd(tx: Tx, transfer: Transfer, { actorId, now }: Act): Promise<void> {
  const { id, memberId, kind, fromId, toId, state, note } = transfer;
  const action = ACTIONS[state as keyof typeof ACTIONS];
  const detail = { transfer: id, kind, fromId, toId, ...(note === "" ? {} : { reason: note }) };
  await audit(tx, { actorId, action, subjectKind: "member", subjectId: memberId, detail, now });
  await tellEnd(tx, { transfer, actorId, today: businessDateOf(now), now });
}

type Lapsing = Act & {
  where: Prisma.TransferWhereInput & { memberId: string };
  /** `withdrawn` of what is asked for, `cancelled` of what is agreed on; its rows are the caller's business. */
  state: "withdrawn" | "cancelled";
  note: string;
};

/**
 * Moves that lapse because of something else that was done to the person, in its transaction: closed with the reason, and
 * audited and told as if somebody had taken them back. The caller has taken the person.
 */
export async function endMoves(tx: Tx, { where, state, note, actorId, now }: Lapsing): Promise<void> {
  const closing = { state, note, closedById: actorId, closedAt: now };
  for (const row of await tx.transfer.findMany({ where, orderBy: { id: "asc" } })) {
    await tx.transfer.update({ where: { id: row.id }, data: closing });
    await recordEnd(tx, { ...toTransfer(row), ...closing }, { actorId, now });
  }
}
