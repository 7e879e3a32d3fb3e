import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";

type Withdrawal = { assignmentId: string; branchId: string; actorId: string; now: Date };

/**
 * Takes an assignment back: nobody is asked any more. What was done stays recorded, and points stay. False when there is
 * no open one of that branch (somebody else was quicker).
 */
export function withdrawAssignment({ assignmentId, branchId, actorId, now }: Withdrawal): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.assignment.updateMany({
      where: { id: assignmentId, branchId, state: "open" },
      data: { state: "withdrawn", withdrawnAt: now },
    });
    if (count === 0) return false;
    await audit(tx, {
      ...{ actorId, action: "assignment.withdraw", subjectKind: "assignment", subjectId: assignmentId, now },
      detail: { before: { state: "open" }, after: { state: "withdrawn" } },
    });
    return true;
  });
}
