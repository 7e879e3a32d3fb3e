import { renewRecallTotals } from "@/features/recalls/mutations/rebuild-recall-totals";
import type { Tx } from "@/lib/db";
import { sqlOf } from "@/lib/db/prepared";
import type { Pair } from "../types";

/**
 * What was answered. Attempts move whole, with their receipts and responses, and are numbered anew for each quiz, the
 * one that is open last. A recall moves unless the kept account has answered the same on the same occasion; then it
 * stays where it was, with its answers, and counts as nobody's first. Says whether an attempt of the account that goes
 * is still open: then nothing may be kept.
 */
export async function moveAnswers(tx: Tx, { keptId, goneId }: Pair): Promise<{ isOpen: boolean }> {
  if ((await tx.attempt.count({ where: { memberId: goneId, state: "open" } })) > 0) return { isOpen: true };
  await moveAttempts(tx, { keptId, goneId });
  const sql = sqlOf(tx);
  await sql.change(MOVE_RECALLS, [keptId, goneId, keptId]);
  await sql.change(MOVE_RESPONSES, [keptId, goneId, keptId]);
  await tx.response.updateMany({ where: { memberId: goneId, first: true }, data: { first: false } });
  return { isOpen: false };
}

const MOVE_RECALLS = `UPDATE recall SET member_id = ? WHERE member_id = ? AND NOT EXISTS
  (SELECT 1 FROM recall k WHERE k.member_id = ? AND k.content_id = recall.content_id AND k.occasion = recall.occasion)`;

const MOVE_RESPONSES = `UPDATE response SET member_id = ? WHERE member_id = ?
  AND (recall_id IS NULL OR recall_id IN (SELECT r.id FROM recall r WHERE r.member_id = ?))`;

type AttemptRow = { id: string; quizId: string; state: string; startedAt: Date };

async function moveAttempts(tx: Tx, { keptId, goneId }: Pair): Promise<void> {
  const theirs = await tx.attempt.findMany({
    where: { memberId: goneId },
    select: { quizId: true },
    distinct: ["quizId"],
  });
  for (const { quizId } of theirs) {
    const rows = await tx.attempt.findMany({
      where: { quizId, memberId: { in: [keptId, goneId] } },
      select: { id: true, quizId: true, state: true, startedAt: true },
    });
    // Numbers are unique for quiz and member: first out of the way, then in order.
    await tx.attempt.updateMany({ where: { quizId, memberId: keptId }, data: { number: { multiply: -1 } } });
    for (const [at, row] of rows.sort(inOrder).entries()) {
      await tx.attempt.update({ where: { id: row.id }, data: { memberId: keptId, number: at + 1 } });
    }
  }
}

function inOrder(a: AttemptRow, b: AttemptRow): number {
  if (a.state !== b.state) return a.state === "open" ? 1 : -1;
  return a.startedAt.getTime() - b.startedAt.getTime() || (a.id < b.id ? -1 : 1);
}

const RANK: Readonly<Record<string, number>> = { answered: 3, offline: 2, excused: 1 };

/** What a branch had asked for: where both have a result, the one that says more stays. */
export async function moveAssignments(tx: Tx, { keptId, goneId }: Pair): Promise<void> {
  const [ours, theirs] = [
    await tx.assignmentResult.findMany({ where: { memberId: keptId } }),
    await tx.assignmentResult.findMany({ where: { memberId: goneId } }),
  ];
  const known = new Map(ours.map((row) => [row.assignmentId, row]));
  for (const { assignmentId, kind } of theirs) {
    const own = known.get(assignmentId);
    const key = (memberId: string) => ({ assignmentId_memberId: { assignmentId, memberId } });
    if (own && (RANK[own.kind] ?? 0) >= (RANK[kind] ?? 0)) {
      await tx.assignmentResult.delete({ where: key(goneId) });
      continue;
    }
    if (own) await tx.assignmentResult.delete({ where: key(keptId) });
    await tx.assignmentResult.update({ where: key(goneId), data: { memberId: keptId } });
  }
  await sqlOf(tx).change(MOVE_ASSIGNEES, [keptId, goneId, keptId]);
  await tx.assignee.deleteMany({ where: { memberId: goneId } });
}

const MOVE_ASSIGNEES = `UPDATE assignee SET member_id = ? WHERE member_id = ? AND NOT EXISTS
  (SELECT 1 FROM assignee k WHERE k.member_id = ? AND k.assignment_id = assignee.assignment_id)`;

/** The sums of the recall rate of both accounts, after answers and dated rows have moved. */
export async function renewSums(tx: Tx, { keptId, goneId }: Pair): Promise<void> {
  await renewRecallTotals(tx, goneId);
  await renewRecallTotals(tx, keptId);
}
