import { businessDateOf } from "@/domain/calendar/shanghai";
import {
  canAct,
  deferralFault,
  type Deferral,
  type DeferralFault,
  type DutyAct,
  type Manner,
} from "@/domain/duties/acts";
import { covering } from "@/features/access/queries";
import { audit } from "@/features/audit/mutations";
import { replyToReminders } from "./reply-to-reminders";
import { notify } from "@/features/notices/mutations";
import { dutyPath } from "../view/duty";
import { inTransaction, type Prisma, type Tx } from "@/lib/db";

/** Which duty, as the person has read it. */
type Seen = { readonly dutyId: string; readonly version: number; readonly actorId: string; readonly now: Date };

export type DutyResult =
  | { ok: true }
  /** Somebody else was quicker, or it is not there any more. */
  | { ok: false; reason: "stale" | "gone" }
  /** Its state allows it no longer, or it is one's own. */
  | { ok: false; reason: "refused" };

type Row = NonNullable<Awaited<ReturnType<Tx["duty"]["findUnique"]>>>;
type Written = { action: "duty.report" | "duty.defer" | "duty.take-back" | "duty.confirm" | "duty.return" };

type Step = Written & {
  act: DutyAct;
  row: Row;
  data: Prisma.DutyUpdateManyMutationInput;
  detail: Record<string, unknown>;
  /** What it answers to a reminder of the duty. */
  reply?: string;
};

/** One act on one duty: conditional on what was read, in one transaction with its audit entry. */
async function change(tx: Tx, seen: Seen, step: Step): Promise<DutyResult> {
  const { dutyId: id, version, actorId, now } = seen;
  const { act, row, data, detail, action } = step;
  if (row.version !== version) return { ok: false, reason: "stale" };
  if (!canAct(act, row, actorId)) return { ok: false, reason: "refused" };
  const { count } = await tx.duty.updateMany({
    where: { id, version, state: row.state },
    data: { ...data, isStarted: true, version: { increment: 1 } },
  });
  if (count === 0) return { ok: false, reason: "stale" };
  await audit(tx, { actorId, action, subjectKind: "duty", subjectId: id, detail, now });
  if (step.reply !== undefined) await replyToReminders(tx, { dutyId: id, reply: step.reply, actorId, now });
  return { ok: true };
}

function withDuty<Result>(seen: Seen, work: (tx: Tx, row: Row) => Promise<Result>) {
  return inTransaction(async (tx) => {
    const id = seen.dutyId;
    // Locks the duty: of two taps at once the second one sees what the first has done.
    await tx.duty.updateMany({ where: { id }, data: { id } });
    const row = await tx.duty.findUnique({ where: { id } });
    return row === null || row.state === "dropped" ? ({ ok: false, reason: "gone" } as const) : work(tx, row);
  });
}

type Report = Seen & { manner: Manner; evidence: string; link: string };

/** 办了: with a word or an address if there is one. The same person's second tap changes nothing. */
export function reportDuty(input: Report): Promise<DutyResult> {
  const { manner, evidence, link: evidenceLink, actorId, now } = input;
  return withDuty(input, async (tx, row) => {
    const told = { manner, evidence, evidenceLink };
    const isSame = row.manner === manner && row.evidence === evidence && row.evidenceLink === evidenceLink;
    if (row.state === "done" && row.doneById === actorId && isSame) return { ok: true } as const;
    return change(tx, input, {
      ...{ act: "report", action: "duty.report", row, reply: manner },
      data: { ...told, state: "done", doneById: actorId, doneAt: now, returned: "" },
      detail: { before: { state: row.state }, after: { state: "done", ...told } },
    });
  });
}

type Deferring = Seen & { until: string; reason: Deferral; note: string };

/** 推迟: another day, and why. */
export function deferDuty(input: Deferring): Promise<DutyResult | ({ ok: false; reason: "fault" } & DeferralFault)> {
  const { until, reason, note } = input;
  return withDuty(input, async (tx, row) => {
    const told = { deferral: reason, deferralNote: note };
    if (row.state === "open" && row.dueOn === until && row.deferral === reason && row.deferralNote === note) {
      return { ok: true } as const;
    }
    const fault = deferralFault(input, { dueOn: row.dueOn, today: businessDateOf(input.now) });
    if (fault && row.version === input.version) return { ok: false, reason: "fault", ...fault } as const;
    return change(tx, input, {
      ...{ act: "defer", action: "duty.defer", row, reply: "deferred" },
      data: { ...told, dueOn: until },
      detail: { before: { dueOn: row.dueOn }, after: { dueOn: until, deferral: reason, note } },
    });
  });
}

const OPEN_AGAIN = {
  ...{ state: "open", manner: "", evidence: "", evidenceLink: "", doneById: null, doneAt: null },
} as const;

/** 撤回: what was reported by mistake is open again. */
export function takeBackDuty(input: Seen): Promise<DutyResult> {
  return withDuty(input, (tx, row) =>
    change(tx, input, {
      ...{ act: "take-back", action: "duty.take-back", row, data: OPEN_AGAIN },
      detail: { before: { state: row.state, evidence: row.evidence }, after: { state: "open" } },
    }),
  );
}

/** 确认. */
export function confirmDuty(input: Seen): Promise<DutyResult> {
  const { actorId, now } = input;
  return withDuty(input, (tx, row) =>
    change(tx, input, {
      ...{ act: "confirm", action: "duty.confirm", row },
      data: { state: "confirmed", confirmedById: actorId, confirmedAt: now },
      detail: { before: { state: row.state }, after: { state: "confirmed" } },
    }),
  );
}

/** 退回, with the reason; whoever reported it is told. */
export function returnDuty(input: Seen & { reason: string }): Promise<DutyResult> {
  const { reason, version, now } = input;
  return withDuty(input, async (tx, row) => {
    const done = await change(tx, input, {
      ...{ act: "return", action: "duty.return", row },
      data: { ...OPEN_AGAIN, returned: reason },
      detail: { before: { state: row.state, evidence: row.evidence }, after: { state: "open" }, reason },
    });
    if (done.ok && row.doneById !== null) {
      const text = `“${row.title}”退回来了：${reason}。补好以后再说一声就行。`;
      const href = await pageOf(tx, { ...row, memberId: row.doneById, now });
      await notify(tx, { memberId: row.doneById, key: `duty-returned:${row.id}:${version}`, text, href, now });
    }
    return done;
  });
}

type Reporter = { id: string; organisationId: string; memberId: string; now: Date };

/** Where whoever reported a duty does it again. */
async function pageOf(tx: Tx, { id, organisationId, memberId, now }: Reporter): Promise<string> {
  const place = { memberId, role: "party-worker", scopeKind: "organisation", scopeId: organisationId, revokedAt: null };
  const isWorker = (await tx.roleGrant.count({ where: { ...place, ...covering(businessDateOf(now)) } })) > 0;
  return dutyPath(id, isWorker);
}
