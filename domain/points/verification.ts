import { businessDateOf, isoWeekOf, monthOf, quarterOf } from "@/domain/calendar/shanghai";
import type { LedgerEntry } from "./ledger";
import { isReason, tableFor, type Period, type PointsTable, type Reason } from "./table";

/**
 * One person's ledger is checked from itself: every entry stands on its own day and quarter, every reversal takes back
 * exactly the entry it names, nothing is counted twice, and no sum passes a cap of the table.
 *
 * Example: a lesson of 2 points "reversed" by −1 gives `流水r1：冲销的分值与原流水e1不相反。`.
 */
const PERIOD_OF: Readonly<Record<Period, (businessDate: string) => string>> = {
  day: (businessDate) => businessDate,
  week: isoWeekOf,
  month: monthOf,
  quarter: quarterOf,
};

function faultsOfEntry(entry: LedgerEntry): string[] {
  const faults: string[] = [];
  if (!isReason(entry.reason)) faults.push(`不认识的事由${entry.reason}`);
  if (entry.value === 0) faults.push("分值为零");
  if (entry.quarter !== quarterOf(entry.businessDate)) faults.push("季度与日期不符");
  if (entry.reversesId === null) {
    if (entry.businessDate !== businessDateOf(entry.at)) faults.push("日期与时间不符");
    if (entry.value < 0 && entry.reason !== "correction") faults.push("负分没有写明冲销哪一条");
  }
  return faults.map((fault) => `流水${entry.id}：${fault}。`);
}

const CARRIED = [
  "memberId",
  "reason",
  "businessDate",
  "quarter",
  "tableVersion",
  "branchId",
  "organisationId",
] as const;

function faultsOfReversal(entry: LedgerEntry, original: LedgerEntry | undefined): string[] {
  if (original === undefined) return [`流水${entry.id}：它冲销的流水${String(entry.reversesId)}不存在。`];
  const faults: string[] = [];
  if (original.reversesId !== null) faults.push(`冲销了另一条冲销${original.id}`);
  if (entry.value !== 0 - original.value) faults.push(`冲销的分值与原流水${original.id}不相反`);
  if (CARRIED.some((name) => entry[name] !== original[name]))
    faults.push(`与原流水${original.id}的事由、日期或单位不一致`);
  if (entry.source !== `reversal:${original.id}`) faults.push(`来源没有写明原流水${original.id}`);
  return faults.map((fault) => `流水${entry.id}：${fault}。`);
}

function doubled(entries: readonly LedgerEntry[], keyOf: (entry: LedgerEntry) => string | null): LedgerEntry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    if (key === null || !seen.has(key)) {
      if (key !== null) seen.add(key);
      return false;
    }
    return true;
  });
}

/** Sum of values by the texts that `keyOf` gives; entries without a text are left out. */
function sumsBy(entries: readonly LedgerEntry[], keyOf: (entry: LedgerEntry) => string | null): Map<string, number> {
  const sums = new Map<string, number>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + entry.value);
  }
  return sums;
}

function tableOf(entry: LedgerEntry, tables?: readonly PointsTable[]): PointsTable | null {
  try {
    return tableFor(entry.tableVersion, tables);
  } catch {
    return null;
  }
}

function capOf(entry: LedgerEntry, table: PointsTable): { key: string; limit: number } | null {
  const row = table.rows[entry.reason as Reason];
  if (row.cap === null || row.cap.per === "once") return null;
  return { key: `${row.name}\t${PERIOD_OF[row.cap.per](entry.businessDate)}`, limit: row.cap.limit };
}

function faultsOfCaps(entries: readonly LedgerEntry[], tables?: readonly PointsTable[]): string[] {
  const limits = new Map<string, number>();
  const known = entries.filter((entry) => isReason(entry.reason) && tableOf(entry, tables) !== null);
  const byReason = sumsBy(known, (entry) => {
    const cap = capOf(entry, tableFor(entry.tableVersion, tables));
    if (cap !== null) limits.set(cap.key, cap.limit);
    return cap?.key ?? null;
  });
  const byDay = sumsBy(known, (entry) => {
    const table = tableFor(entry.tableVersion, tables);
    if (!table.rows[entry.reason as Reason].daily) return null;
    const key = `日常学习\t${entry.businessDate}`;
    limits.set(key, table.dailyLimit);
    return key;
  });
  return [...byReason, ...byDay]
    .filter(([key, sum]) => sum > (limits.get(key) ?? 0))
    .map(([key, sum]) => `${key.replace("\t", "，")}：合计${sum}分，超过上限${limits.get(key) ?? 0}分。`);
}

/** What is wrong in the whole ledger of one person, in Chinese; an empty list means that all agrees. Never throws. */
export function ledgerFaults(entries: readonly LedgerEntry[], tables?: readonly PointsTable[]): string[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const reversals = entries.filter((entry) => entry.reversesId !== null);
  return [
    ...entries.flatMap(faultsOfEntry),
    ...entries
      .filter((entry) => tableOf(entry, tables) === null)
      .map((entry) => `流水${entry.id}：没有${entry.tableVersion}版的积分表。`),
    ...reversals.flatMap((entry) => faultsOfReversal(entry, byId.get(entry.reversesId ?? ""))),
    ...doubled(reversals, (entry) => entry.reversesId).map((entry) => `流水${entry.id}：同一条流水冲销了两次。`),
    ...doubled(entries, (entry) => `${entry.reason}\t${entry.source}`).map(
      (entry) => `流水${entry.id}：同一件事（${entry.reason}，${entry.source}）计了两次。`,
    ),
    ...faultsOfCaps(entries, tables),
  ];
}
