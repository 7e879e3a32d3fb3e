import { db } from "@/lib/db";
import type { Target } from "../types";

type Own = { readonly memberId: string };

/**
 * The points that an answer given at `at` brought for what a branch had set; null when it fulfilled nothing. Told again
 * from what was stored with the answer.
 */
export async function findFulfilled(own: Own, target: Target, at: Date): Promise<number | null> {
  const { memberId } = own;
  const rows = await db().assignmentResult.findMany({
    where: {
      ...{ memberId, kind: "answered", recordedAt: at },
      assignment: { targetKind: target.kind, targetId: target.id },
    },
    select: { assignmentId: true },
  });
  if (rows.length === 0) return null;
  const { _sum } = await db().pointsEntry.aggregate({
    where: { memberId, reason: "assigned-study", source: { in: rows.map(({ assignmentId }) => assignmentId) } },
    _sum: { value: true },
  });
  return _sum.value ?? 0;
}
