import { notify } from "@/features/notices/mutations";
import { inTransaction } from "@/lib/db";

type Own = { readonly assignmentId: string; readonly memberId: string; readonly now: Date };

/** Not yet objected to, or the objection was withdrawn. */
const SETTLED = { OR: [{ objectedAt: null }, { resolvedAt: { not: null } }] };

/**
 * The person says that what was recorded about them is not so: from now on it does not count, and whoever recorded it is
 * told. False when nothing of that kind stands, or it is objected to already.
 */
export function objectToResult(input: Own & { readonly words: string }): Promise<boolean> {
  const { assignmentId, memberId, words, now } = input;
  return inTransaction(async (tx) => {
    const { count } = await tx.assignmentResult.updateMany({
      where: { assignmentId, memberId, kind: { not: "answered" }, ...SETTLED },
      data: { objectedAt: now, objection: words, resolvedAt: null, resolvedById: null },
    });
    if (count === 0) return false;
    const row = await tx.assignmentResult.findUniqueOrThrow({
      where: { assignmentId_memberId: { assignmentId, memberId } },
      select: { recordedById: true, member: { select: { name: true } }, assignment: { select: { title: true } } },
    });
    if (row.recordedById !== null) {
      await notify(tx, {
        ...{ memberId: row.recordedById, key: `objection:${assignmentId}:${memberId}:${now.toISOString()}`, now },
        href: `/branch/assignments/${assignmentId}`,
        text: `${row.member.name}说《${row.assignment.title}》的那条记录不对：${words}。这条记录先不计，请到派发页面核对。`,
      });
    }
    return true;
  });
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
