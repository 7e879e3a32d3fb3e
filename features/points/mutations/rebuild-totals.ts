import type { TotalDifference } from "@/domain/points/ledger";
import type { Tx } from "@/lib/db";
import { listDifferences, listLedgerMembers } from "../queries";
import { withLedger } from "./post-entry";

/** Well below the 200 rows that a command may write in one transaction beside a running server. */
const ROWS_AT_ONCE = 100;

async function mend(tx: Tx, { memberId, quarter, reason, ledger }: TotalDifference): Promise<void> {
  const key = { memberId, quarter, reason };
  if (ledger === null) {
    await tx.pointsTotal.deleteMany({ where: key });
    return;
  }
  await tx.pointsTotal.upsert({
    where: { memberId_quarter_reason: key },
    create: { ...key, total: ledger },
    update: { total: ledger },
  });
}

async function rebuildMember(memberId: string): Promise<number> {
  let mended = 0;
  for (;;) {
    const wrong = await withLedger(memberId, async (tx) => {
      const differences = await listDifferences(tx, memberId);
      for (const difference of differences.slice(0, ROWS_AT_ONCE)) await mend(tx, difference);
      return differences.length;
    });
    mended += Math.min(wrong, ROWS_AT_ONCE);
    if (wrong <= ROWS_AT_ONCE) return mended;
  }
}

/**
 * Makes the cached totals equal to the ledger, one person at a time beside a running server, and says how many rows
 * were wrong. Awards that arrive meanwhile are neither lost nor counted twice. Safe to repeat.
 */
export async function rebuildTotals(): Promise<{ people: number; mended: number }> {
  const members = await listLedgerMembers();
  let mended = 0;
  for (const memberId of members) mended += await rebuildMember(memberId);
  return { people: members.length, mended };
}
