import { doubledFirsts, type RecallDifference } from "@/domain/quizzes/recall-totals";
import { inTransaction, type Tx } from "@/lib/db";
import { listRecallDifferences, listRecallMembers, readFirsts } from "../queries";
import { lockMember } from "./count-firsts";

/** Well below the 200 rows that a command may write in one transaction beside a running server. */
const ROWS_AT_ONCE = 100;

/**
 * Makes one person's sums of the recall rate equal to the answers, under the branches and organisations of their days as
 * the dated rows say now, in the caller's transaction. To be called after answers or dated rows of the past have
 * changed. Answers how many rows were wrong; at most `most` of them are mended.
 */
export async function renewRecallTotals(tx: Tx, memberId: string, most = Number.POSITIVE_INFINITY): Promise<number> {
  await lockMember(tx, memberId);
  const doubled = doubledFirsts(await readFirsts(tx, memberId));
  if (doubled.length > 0) await tx.response.updateMany({ where: { id: { in: doubled } }, data: { first: false } });
  const differences = await listRecallDifferences(tx, memberId);
  for (const difference of differences.slice(0, most)) await mend(tx, memberId, difference);
  return differences.length;
}

async function mend(tx: Tx, memberId: string, { key, answers }: RecallDifference): Promise<void> {
  const id = { memberId, ...key };
  if (answers === null) {
    await tx.recallTotal.deleteMany({ where: id });
    return;
  }
  const { firsts, rights } = answers;
  await tx.recallTotal.upsert({
    where: { memberId_quarter_topic_branchId_organisationId: id },
    create: { ...id, firsts, rights },
    update: { firsts, rights },
  });
}

/**
 * Makes the sums of the recall rate anew from the answers, one person at a time beside a running server, and says how
 * many rows were wrong. Answers that arrive meanwhile are neither lost nor counted twice. Safe to repeat.
 */
export async function rebuildRecallTotals(): Promise<{ people: number; mended: number }> {
  const members = await listRecallMembers();
  let mended = 0;
  for (const memberId of members) {
    for (let wrong = ROWS_AT_ONCE + 1; wrong > ROWS_AT_ONCE;) {
      wrong = await inTransaction((tx) => renewRecallTotals(tx, memberId, ROWS_AT_ONCE));
      mended += Math.min(wrong, ROWS_AT_ONCE);
    }
  }
  return { people: members.length, mended };
}
