import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import {
  missingSides,
  TRANSFER_AHEAD_DAYS,
  TRANSFER_LABELS,
  type TransferKind,
  type TransferSide,
} from "@/domain/people/transfer";
import { audit } from "@/features/audit/mutations";
import { lockMember } from "@/features/members/mutations/lock-member";
import { inTransaction, type Tx } from "@/lib/db";
import { findPlaceOn, toTransfer } from "../queries/find-transfer";
import type { Transfer } from "../types";
import { complete, Impossible } from "./complete";
import { checkNumber } from "./check-number";
import { tellRequest } from "./tell";

export type TransferFault = { ok: false; field: "toId" | "since" | "workNumber" | "memberId"; detail: string };
export type TransferResult = { ok: true; id: string; state: Transfer["state"]; since: string } | TransferFault;

export type NewTransfer = {
  memberId: string;
  kind: TransferKind;
  toId: string;
  since: string;
  reason: string;
  /** As typed; empty when it is not known yet. */
  workNumber: string;
  /** The sides that assent with the request itself. */
  assents: readonly TransferSide[];
  actorId: string;
  now: Date;
};

const fault = (field: TransferFault["field"], detail: string): TransferFault => ({ ok: false, field, detail });

/**
 * Asks for a move, and does it at once when nothing is left to assent. One open request for each person and kind; the
 * same request again by the same person is the one that stands. Audited; those concerned are told.
 */
export async function requestTransfer(input: NewTransfer): Promise<TransferResult> {
  try {
    return await inTransaction((tx) => request(tx, input));
  } catch (error) {
    if (error instanceof Impossible) return fault("since", error.message);
    throw error;
  }
}

async function request(tx: Tx, input: NewTransfer): Promise<TransferResult> {
  const { memberId, kind, toId, since, reason, assents, actorId, now } = input;
  const today = businessDateOf(now);
  if (!(await lockMember(tx, memberId))) return fault("memberId", "这个人已转出或不存在，没有申请。");
  const open = await tx.transfer.findFirst({ where: { memberId, kind, state: "open" } });
  if (open) return repeated(open, input);
  if (since < today || since > addDays(today, TRANSFER_AHEAD_DAYS)) {
    return fault("since", `日期要在今天到${TRANSFER_AHEAD_DAYS}天以后之间。`);
  }
  if (!(await isOpenPlace(tx, kind, toId))) return fault("toId", "没有这个地方，或已经关闭，请重新选择。");
  const fromId = await findPlaceOn(tx, { memberId, kind, day: since });
  if (fromId === toId) return fault("toId", "本人那时就在这里，不用转。");
  const number = await checkNumber(tx, { memberId, kind, toId, typed: input.workNumber });
  if (!number.ok) return fault("workNumber", number.detail);
  const assent = { ...assentBy("from", assents, actorId, now), ...assentBy("to", assents, actorId, now) };
  const row = await tx.transfer.create({
    data: {
      ...{ memberId, kind, fromId, toId, since, reason, workNumber: number.workNumber },
      ...{ requestedById: actorId, createdAt: now, ...assent },
    },
  });
  const detail = { transfer: row.id, kind, fromId, toId, since, reason };
  await audit(tx, { actorId, action: "transfer.request", subjectKind: "member", subjectId: memberId, detail, now });
  const transfer = toTransfer(row);
  if (missingSides(transfer).length > 0) {
    await tellRequest(tx, { transfer, actorId, today, now });
    return { ok: true, id: row.id, state: "open", since };
  }
  const done = await complete(tx, { transfer, actorId, now });
  return { ok: true, id: row.id, state: "done", since: done.since };
}

function repeated(
  open: { id: string; toId: string; since: string; requestedById: string; kind: string },
  { kind, toId, since, actorId }: NewTransfer,
): TransferResult {
  if (open.toId === toId && open.since === since && open.requestedById === actorId) {
    return { ok: true, id: open.id, state: "open", since };
  }
  return fault(
    "memberId",
    `已经有一份${TRANSFER_LABELS[kind]}的转接申请没有办完，没有再申请。先办完、撤回或不同意那一份。`,
  );
}

async function isOpenPlace(tx: Tx, kind: TransferKind, id: string): Promise<boolean> {
  const where = { id, state: "active" };
  return (kind === "membership" ? await tx.branch.count({ where }) : await tx.organisation.count({ where })) === 1;
}

function assentBy(side: TransferSide, assents: readonly TransferSide[], actorId: string, now: Date) {
  if (!assents.includes(side)) return {};
  return side === "from" ? { fromAssentById: actorId, fromAssentAt: now } : { toAssentById: actorId, toAssentAt: now };
}
