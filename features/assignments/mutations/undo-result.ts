import { audit } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { inTransaction } from "@/lib/db";

type Undoing = {
  readonly assignmentId: string;
  readonly branchId: string;
  readonly memberId: string;
  /** The instant of the record that was seen: a newer one is left as it is. */
  readonly recordedAt: Date;
  readonly actorId: string;
  readonly now: Date;
};

/**
 * Removes what an officer recorded about one person; they are told. False when it is gone or was changed since it was
 * read, and for the person's own answer. Audited.
 */
export function undoResult(input: Undoing): Promise<boolean> {
  const { assignmentId, branchId, memberId, recordedAt, actorId, now } = input;
  return inTransaction(async (tx) => {
    const row = await tx.assignmentResult.findFirst({
      where: { assignmentId, memberId, recordedAt, kind: { not: "answered" }, assignment: { branchId } },
      include: { assignment: { select: { title: true } } },
    });
    if (row === null) return false;
    const { count } = await tx.assignmentResult.deleteMany({
      where: { assignmentId, memberId, recordedAt, kind: row.kind },
    });
    if (count === 0) return false;
    const { title } = row.assignment;
    const { kind, on, manner, note } = row;
    await audit(tx, {
      ...{ actorId, action: "assignment.undo", subjectKind: "member", subjectId: memberId, now },
      detail: { before: { title, kind, on, manner, note } },
    });
    await notify(tx, {
      ...{ memberId, key: `assignment-undone:${assignmentId}:${recordedAt.toISOString()}`, now },
      href: "/me/assignments",
      text: `支部撤销了关于你学习《${title}》的那条记录。`,
    });
    return true;
  });
}
