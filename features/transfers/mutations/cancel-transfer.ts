import { addDays } from "@/domain/calendar/plain-date";
import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { isAhead, rowsOfMove, type TransferKind } from "@/domain/people/transfer";
import { audit } from "@/features/audit/mutations";
import { listActsOf } from "@/features/audit/queries/log";
import { lockOpenBranch } from "@/features/branches/mutations/set-branch-state";
import { lockMember } from "@/features/members/mutations/lock-member";
import { lockOpenOrganisation } from "@/features/organisations/mutations/set-organisation-state";
import { inTransaction, type Tx } from "@/lib/db";
import { toTransfer } from "../queries/find-transfer";
import type { Transfer } from "../types";
import { tellEnd } from "./tell";

type Cancelling = { transferId: string; reason: string; actorId: string; now: Date };

export type CancelResult = { ok: true } | { ok: false; detail: string };

const fault = (detail: string): CancelResult => ({ ok: false, detail });

const GONE = "本人已转出、账号已合并或不存在，这次转接没有变动。刷新页面再看。";
const ENDED = "这次转接没有办好，或者已经取消了，没有再办。刷新页面就能看到。";
const CHANGED = "这次转接以后，本人的关系又有变动，没有取消。请先取消后面的那一次，或者重新申请转接。";
const CLOSED = "本人原来的单位或支部已经关闭，回不去了，没有取消。请先恢复它，或者重新申请转接。";

/**
 * 取消 of an agreed move before its first day: the row to come goes, the one it ended lasts again, offices that were to
 * end with it go on. Logins follow the first day of a move, so that nothing of them has changed yet. On the first day and
 * later it is too late: what is answered then belongs to the new place. A second tap of the same person changes nothing.
 * Audited; the person, whoever asked and the officers of both sides are told.
 */
export function cancelTransfer(input: Cancelling): Promise<CancelResult> {
  return inTransaction((tx) => cancel(tx, input));
}

async function cancel(tx: Tx, { transferId, reason, actorId, now }: Cancelling): Promise<CancelResult> {
  const today = businessDateOf(now);
  const named = await tx.transfer.findUnique({ where: { id: transferId }, select: { memberId: true } });
  if (!named || !(await lockMember(tx, named.memberId))) return fault(GONE);
  const row = toTransfer(await tx.transfer.findUniqueOrThrow({ where: { id: transferId } }));
  if (row.state === "cancelled" && row.closedById === actorId) return { ok: true };
  if (row.state !== "done") return fault(ENDED);
  if (!isAhead(row, today)) return fault(begun(row.since));
  const { memberId, kind, fromId, toId, since } = row;
  const wrong = await putBack(tx, row);
  if (wrong !== null) return fault(wrong);
  await resumeRoles(tx, { transfer: row, actorId, now });
  const cancelled = { ...row, state: "cancelled" as const, note: reason, closedAt: now };
  await tx.transfer.update({
    where: { id: transferId },
    data: { state: "cancelled", note: reason, closedById: actorId, closedAt: now },
  });
  const field = kind === "membership" ? "branchId" : "organisationId";
  const detail = {
    ...{ transfer: transferId, kind, reason },
    before: { [field]: toId, since },
    after: { [field]: fromId, since: null },
  };
  await audit(tx, { actorId, action: "transfer.cancel", subjectKind: "member", subjectId: memberId, detail, now });
  await tellEnd(tx, { transfer: cancelled, actorId, today, now, isBack: true });
  return { ok: true };
}

const begun = (since: string): string =>
  `这次转接从${formatFull(since)}起已经生效，不能再取消，没有变动。要转回去，请重新申请转接。`;

async function listStays(tx: Tx, memberId: string, kind: TransferKind) {
  const asked = { where: { memberId }, orderBy: { since: "asc" } } as const;
  return kind === "membership"
    ? (await tx.membership.findMany(asked)).map(({ branchId, ...stay }) => ({ ...stay, placeId: branchId }))
    : (await tx.employment.findMany(asked)).map(({ organisationId, ...stay }) => ({
        ...stay,
        placeId: organisationId,
      }));
}

function lockOpen(tx: Tx, kind: TransferKind, placeId: string): Promise<boolean> {
  return kind === "membership" ? lockOpenBranch(tx, placeId) : lockOpenOrganisation(tx, placeId);
}

/**
 * The rows as they were before the move; why not, when they cannot be. Only a row without an end is ended by a move to
 * come, so that the former one has none again.
 */
async function putBack(tx: Tx, move: Transfer): Promise<string | null> {
  const { memberId, kind, fromId } = move;
  const rows = rowsOfMove(await listStays(tx, memberId, kind), move);
  if (rows === null) return CHANGED;
  if (fromId !== null && !(await lockOpen(tx, kind, fromId))) return CLOSED;
  const { coming, former } = rows;
  const [gone, again] = [{ where: { id: coming.id } }, { where: { id: former?.id ?? "" }, data: { until: null } }];
  if (kind === "membership") {
    await tx.membership.delete(gone);
    if (former) await tx.membership.update(again);
  } else {
    await tx.employment.delete(gone);
    if (former) await tx.employment.update(again);
  }
  return null;
}

type Resuming = { transfer: Transfer; actorId: string; now: Date };

/**
 * Offices that the move ended last as long as before: what that was stands in the act that ended them. One that was
 * renewed or taken back since stays as it is now.
 */
async function resumeRoles(tx: Tx, { transfer, actorId, now }: Resuming): Promise<void> {
  const { memberId: subjectId, fromId, closedAt, since } = transfer;
  if (fromId === null || closedAt === null) return;
  const last = addDays(since, -1);
  for (const { detail: ended } of await listActsOf(tx, { action: "role.end", subjectId, at: closedAt })) {
    if (ended["scopeId"] !== fromId) continue;
    const grant = await tx.roleGrant.findUnique({ where: { id: String(ended["grantId"]) } });
    if (!grant) continue;
    const wasRevoked = grant.revokedAt?.getTime() === closedAt.getTime();
    if (!wasRevoked && (grant.revokedAt !== null || grant.until !== last)) continue;
    const until = untilOf(ended["before"]);
    await tx.roleGrant.update({ where: { id: grant.id }, data: wasRevoked ? { revokedAt: null } : { until } });
    const detail = { grantId: grant.id, role: grant.role, scopeId: fromId, before: { until: last }, after: { until } };
    await audit(tx, { actorId, action: "role.resume", subjectKind: "member", subjectId, detail, now });
  }
}

function untilOf(before: unknown): string | null {
  const until = (before as { until?: unknown } | null | undefined)?.until;
  return typeof until === "string" ? until : null;
}
