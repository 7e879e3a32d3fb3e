import { answererFault } from "@/domain/ranking/objections";
import { audit } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";

type Answering = {
  readonly assignmentId: string;
  readonly branchId: string;
  readonly memberId: string;
  /** The instant of the objection that was read: a newer one is left as it is. */
  readonly objectedAt: Date;
  readonly answer: string;
  readonly actorId: string;
  readonly now: Date;
};

/**
 * Somebody in office has looked and found the record right: the objection ends with their reason, which the person is
 * told, and the record counts again. False when the objection is settled or another one by now. Throws `conflict` for an
 * answer to oneself; then nothing is written. Audited.
 */
export function answerResultObjection(input: Answering): Promise<boolean> {
  const { assignmentId, branchId, memberId, objectedAt, answer, actorId, now } = input;
  const fault = answererFault({ objectorId: memberId }, actorId);
  if (fault !== null) throw new AppError("conflict", `${fault}这一次没有存。`);
  return inTransaction(async (tx) => {
    const { count } = await tx.assignmentResult.updateMany({
      where: { assignmentId, memberId, objectedAt, resolvedAt: null, assignment: { branchId } },
      data: { answer, resolvedAt: now, resolvedById: actorId },
    });
    if (count === 0) return false;
    const { title } = await tx.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { title: true } });
    await audit(tx, {
      ...{ actorId, action: "assignment.answer", subjectKind: "member", subjectId: memberId, now },
      detail: { title, answer },
    });
    await notify(tx, {
      ...{ memberId, key: `objection-answer:${assignmentId}:${objectedAt.toISOString()}`, now },
      href: "/me/assignments",
      text: `支部核对过你说不对的《${title}》那条记录，记录没有改，重新计入。答复：${answer}`,
    });
    return true;
  });
}
