import { businessDateOf } from "@/domain/calendar/shanghai";
import { listCommittee, listInOffice } from "@/features/access/queries";
import { notifyEach } from "@/features/notices/mutations";
import { inTransaction, type Tx } from "@/lib/db";

type Own = { readonly assignmentId: string; readonly memberId: string; readonly now: Date };

/** Not yet objected to, or the objection was withdrawn. What was answered stays answered: nobody asks for the same look twice. */
const MAY_OBJECT = { OR: [{ objectedAt: null }, { resolvedAt: { not: null }, answer: "" }] };

/**
 * The person says that what was recorded about them is not so: from now on it does not count, and whoever is in office over
 * the branch now is told, since it is for them to look, whoever recorded it. False when nothing of that kind stands, it
 * is objected to already, or an objection to it was answered.
 */
export function objectToResult(input: Own & { readonly words: string }): Promise<boolean> {
  const { assignmentId, memberId, words, now } = input;
  return inTransaction(async (tx) => {
    const { count } = await tx.assignmentResult.updateMany({
      where: { assignmentId, memberId, kind: { not: "answered" }, ...MAY_OBJECT },
      data: { objectedAt: now, objection: words, resolvedAt: null, resolvedById: null },
    });
    if (count === 0) return false;
    await tellOfficers(tx, input);
    return true;
  });
}

/**
 * A branch without officers, or with nobody but the one who objects, has its word from the committee, which appoints them; no
 * name goes there.
 */
async function tellOfficers(tx: Tx, input: Own & { readonly words: string }): Promise<void> {
  const { assignmentId, memberId, words, now } = input;
  const today = businessDateOf(now);
  const { title, branchId, branch } = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { title: true, branchId: true, branch: { select: { name: true, stationId: true } } },
  });
  const officers = await listInOffice(tx, {
    ...{ roles: ["branch-secretary", "study-officer"], today },
    places: [{ scopeKind: "branch", scopeId: branchId }],
  });
  const others = officers.filter((id) => id !== memberId);
  const key = `objection:${assignmentId}:${memberId}:${now.toISOString()}`;
  if (others.length === 0) {
    const lack =
      officers.length === 0 ? "没有书记和学习委员，请先任命" : "除了本人没有别的书记和学习委员，请再任命一位";
    const text = `${branch.name}有人说《${title}》的学习记录不对。这个支部现在${lack}，再由他们核对。`;
    const committee = await listCommittee(tx, branch.stationId, today);
    await notifyEach(tx, committee, { key, text, href: `/committee/branches/${branchId}`, now });
    return;
  }
  const { name } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
  const text = `${name}说《${title}》的那条记录不对：${words}。这条记录先不计，请到派发页面核对。`;
  await notifyEach(tx, others, { key, text, href: `/branch/assignments/${assignmentId}`, now });
}

/** The person takes the objection back, and the record counts again. False when there is none that is unsettled. */
export function withdrawObjection({ assignmentId, memberId, now }: Own): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.assignmentResult.updateMany({
      where: { assignmentId, memberId, objectedAt: { not: null }, resolvedAt: null },
      data: { resolvedAt: now, resolvedById: memberId },
    });
    return count > 0;
  });
}
