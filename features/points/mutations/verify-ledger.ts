import type { TotalDifference } from "@/domain/points/ledger";
import { ledgerFaults } from "@/domain/points/verification";
import { listDifferences, listEntries, listLedgerMembers } from "../queries";
import { withLedger } from "./post-entry";

export interface LedgerReport {
  readonly people: number;
  readonly entries: number;
  /** In Chinese, each with the member's id; empty when everything agrees. */
  readonly faults: readonly string[];
}

function differenceText({ quarter, reason, ledger, cached }: TotalDifference): string {
  const shown = (sum: number | null): string => (sum === null ? "没有这一行" : `${sum}分`);
  return `${quarter}，${reason}：流水合计${shown(ledger)}，汇总表${shown(cached)}。`;
}

/**
 * Checks every person's ledger from itself and against the cached totals. Changes nothing; each person's rows are read
 * while they stand still, so that awards arriving meanwhile give no false alarm.
 */
export async function verifyLedger(): Promise<LedgerReport> {
  const members = await listLedgerMembers();
  const faults: string[] = [];
  let count = 0;
  for (const memberId of members) {
    const [entries, differences] = await withLedger(memberId, async (tx) => [
      await listEntries(tx, memberId),
      await listDifferences(tx, memberId),
    ]);
    count += entries.length;
    const found = [...ledgerFaults(entries), ...differences.map(differenceText)];
    faults.push(...found.map((fault) => `${memberId}，${fault}`));
  }
  return { people: members.length, entries: count, faults };
}
