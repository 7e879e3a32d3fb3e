import { addDays } from "@/domain/calendar/plain-date";
import { audit } from "@/features/audit/mutations";
import { lockOpenOrganisation } from "@/features/organisations/mutations/set-organisation-state";
import { inTransaction, type Tx } from "@/lib/db";
import { lockMember } from "./lock-member";

export type MoveResult =
  { ok: true; id: string } | { ok: false; reason: "unknown-place" | "left" | "too-early"; detail: string };

export type Employment = { memberId: string; organisationId: string; workNumber?: string | null; since: string };

const TOO_EARLY = "日期要晚于现在这一段关系的第一天，原来的关系没有变动。";

/**
 * 工作关系 from `since` on: the row that lasts is closed on the day before, so that on every day a person works for one
 * organisation at most. Saying again what holds already changes nothing. Audited.
 */
export function employ(input: Employment & { actorId: string | null; now: Date }): Promise<MoveResult> {
  return inTransaction((tx) => employIn(tx, input));
}

/** The same inside the caller's transaction. */
export async function employIn(tx: Tx, input: Employment & { actorId: string | null; now: Date }): Promise<MoveResult> {
  const { memberId, organisationId, since, actorId, now } = input;
  if (!(await lockMember(tx, memberId))) {
    return { ok: false, reason: "left", detail: "这个人已转出或不存在，没有登记工作关系。" };
  }
  if (!(await lockOpenOrganisation(tx, organisationId))) {
    return { ok: false, reason: "unknown-place", detail: "没有这个组织，或已经关闭，没有登记工作关系。" };
  }
  const current = await tx.employment.findFirst({
    where: { memberId, OR: [{ until: null }, { until: { gte: since } }] },
    orderBy: { since: "desc" },
  });
  if (current?.organisationId === organisationId && current.until === null) return { ok: true, id: current.id };
  if (current && current.since >= since) return { ok: false, reason: "too-early", detail: TOO_EARLY };
  if (current) await tx.employment.update({ where: { id: current.id }, data: { until: addDays(since, -1) } });
  const id = await addEmployment(tx, input);
  const before = { organisationId: current?.organisationId ?? null };
  const detail = { before, after: { organisationId, since } };
  await audit(tx, { actorId, action: "member.employ", subjectKind: "member", subjectId: memberId, detail, now });
  return { ok: true, id };
}

/** The row alone: for a new member and for `employ`. */
export async function addEmployment(tx: Tx, input: Employment): Promise<string> {
  const { memberId, organisationId, workNumber = null, since } = input;
  const row = await tx.employment.create({
    data: { memberId, organisationId, workNumber, since },
    select: { id: true },
  });
  return row.id;
}
