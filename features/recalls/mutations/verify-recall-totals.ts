import { doubledFirsts, type RecallDifference, type RecallSum } from "@/domain/quizzes/recall-totals";
import { inTransaction } from "@/lib/db";
import { listRecallDifferences, listRecallMembers, readFirsts } from "../queries";
import { lockMember } from "./count-firsts";

export interface RecallReport {
  readonly people: number;
  readonly firsts: number;
  /** In Chinese, each with the member's id; empty when everything agrees. */
  readonly faults: readonly string[];
}

function differenceText({ key, answers, cached }: RecallDifference): string {
  const shown = (sum: RecallSum | null): string => (sum === null ? "没有这一行" : `${sum.rights} / ${sum.firsts}`);
  const place = `支部${key.branchId === "" ? "无" : key.branchId}，组织${key.organisationId === "" ? "无" : key.organisationId}`;
  return `${key.quarter}，${key.topic}，${place}：作答记录${shown(answers)}，回想合计${shown(cached)}。`;
}

/**
 * Compares the sums of the recall rate with the answers they were made of, person by person while each stands still.
 * Changes nothing.
 */
export async function verifyRecallTotals(): Promise<RecallReport> {
  const members = await listRecallMembers();
  const faults: string[] = [];
  let count = 0;
  for (const memberId of members) {
    const [firsts, differences] = await inTransaction(async (tx) => {
      await lockMember(tx, memberId);
      return [await readFirsts(tx, memberId), await listRecallDifferences(tx, memberId)] as const;
    });
    const doubled = doubledFirsts(firsts);
    count += firsts.length - doubled.length;
    const found = [...doubled.map((id) => `作答${id}不是第一次答这道题。`), ...differences.map(differenceText)];
    faults.push(...found.map((fault) => `${memberId}，${fault}`));
  }
  return { people: members.length, firsts: count, faults };
}
