import { addDays } from "@/domain/calendar/plain-date";
import { audit } from "@/features/audit/mutations";
import { lockOpenBranch } from "@/features/branches/mutations/set-branch-state";
import { inTransaction, type Tx } from "@/lib/db";
import type { MoveResult } from "./employ";
import { lockMember } from "./lock-member";

export type Membership = { memberId: string; branchId: string; since: string };

const TOO_EARLY = "日期要晚于现在这一段关系的第一天，原来的关系没有变动。";

/**
 * 组织关系 from `since` on: the row that lasts is closed on the day before, so that on every day a person belongs to one
 * branch at most. Saying again what holds already changes nothing. Audited.
 */
export function joinBranch(input: Membership & { actorId: string | null; now: Date }): Promise<MoveResult> {
  return inTransaction((tx) => joinBranchIn(tx, input));
}

/** The same inside the caller's transaction. */
export async function joinBranchIn(
  tx: Tx,
  input: Membership & { actorId: string | null; now: Date },
): Promise<MoveResult> {
  const { memberId, branchId, since, actorId, now } = input;
  if (!(await lockMember(tx, memberId))) {
    return { ok: false, reason: "left", detail: "这个人已转出或不存在，没有登记组织关系。" };
  }
  if (!(await lockOpenBranch(tx, branchId))) {
    return { ok: false, reason: "unknown-place", detail: "没有这个支部，或已经关闭，没有登记组织关系。" };
  }
  const current = await tx.membership.findFirst({
    where: { memberId, OR: [{ until: null }, { until: { gte: since } }] },
    orderBy: { since: "desc" },
  });
  if (current?.branchId === branchId && current.until === null) return { ok: true, id: current.id };
  if (current && current.since >= since) return { ok: false, reason: "too-early", detail: TOO_EARLY };
  if (current) await tx.membership.update({ where: { id: current.id }, data: { until: addDays(since, -1) } });
  const id = await addMembership(tx, input);
  const detail = { before: { branchId: current?.branchId ?? null }, after: { branchId, since } };
  await audit(tx, { actorId, action: "member.join-branch", subjectKind: "member", subjectId: memberId, detail, now });
  return { ok: true, id };
}

/** The row alone: for a new member and for `joinBranch`. */
export async function addMembership(tx: Tx, input: Membership): Promise<string> {
  const { memberId, branchId, since } = input;
  const row = await tx.membership.create({ data: { memberId, branchId, since }, select: { id: true } });
  return row.id;
}
