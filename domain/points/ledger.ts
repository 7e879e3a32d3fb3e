/**
 * The ledger of points is only ever added to. An entry that was wrong is answered by its reversal: the same reason, day,
 * quarter, branch and organisation with the opposite value, naming the original. It stands on the day of the original,
 * so that the caps of that day open again and those of today do not. Totals are sums over the ledger and nothing else.
 *
 * Example: lesson +2, its reversal −2, quiz +1 → totals lesson 0, practice-quiz 1; sum 1.
 */
export interface LedgerEntry {
  readonly id: string;
  readonly memberId: string;
  readonly reason: string;
  readonly source: string;
  readonly value: number;
  readonly at: Date;
  readonly businessDate: string;
  readonly quarter: string;
  readonly tableVersion: string;
  readonly branchId: string | null;
  readonly organisationId: string | null;
  readonly reversesId: string | null;
}

export interface Total {
  readonly memberId: string;
  readonly quarter: string;
  readonly reason: string;
  readonly total: number;
}

export interface TotalDifference {
  readonly memberId: string;
  readonly quarter: string;
  readonly reason: string;
  /** Null when there is no such row. */
  readonly ledger: number | null;
  readonly cached: number | null;
}

/** Sum of all values, 0 for none. */
export function sumOf(entries: readonly Pick<LedgerEntry, "value">[]): number {
  return entries.reduce((sum, entry) => sum + entry.value, 0);
}

/** Sum per reason, in the order in which the reasons first appear. A reason whose entries cancel out stays with 0. */
export function sumByReason(entries: readonly Pick<LedgerEntry, "reason" | "value">[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const entry of entries) sums.set(entry.reason, (sums.get(entry.reason) ?? 0) + entry.value);
  return sums;
}

type Keyed = Pick<Total, "memberId" | "quarter" | "reason">;

const keyOf = (row: Keyed): string => JSON.stringify([row.memberId, row.quarter, row.reason]);

function byKey(a: Keyed, b: Keyed): number {
  const [left, right] = [keyOf(a), keyOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** One row for every (member, quarter, reason) that has an entry, also where they cancel out, in a fixed order. */
export function totals(entries: readonly Pick<LedgerEntry, "memberId" | "quarter" | "reason" | "value">[]): Total[] {
  const rows = new Map<string, Total>();
  for (const { memberId, quarter, reason, value } of entries) {
    const key = keyOf({ memberId, quarter, reason });
    rows.set(key, { memberId, quarter, reason, total: (rows.get(key)?.total ?? 0) + value });
  }
  return [...rows.values()].sort(byKey);
}

/** Where the cache differs from the ledger's own totals, in a fixed order; empty when they agree row by row. */
export function compareTotals(input: { ledger: readonly Total[]; cached: readonly Total[] }): TotalDifference[] {
  const cached = new Map(input.cached.map((row) => [keyOf(row), row]));
  const ledger = new Map(input.ledger.map((row) => [keyOf(row), row]));
  const differences = new Map<string, TotalDifference>();
  for (const { memberId, quarter, reason } of [...input.ledger, ...input.cached]) {
    const key = keyOf({ memberId, quarter, reason });
    const [ours, theirs] = [ledger.get(key)?.total ?? null, cached.get(key)?.total ?? null];
    if (ours !== theirs) differences.set(key, { memberId, quarter, reason, ledger: ours, cached: theirs });
  }
  return [...differences.values()].sort(byKey);
}

/**
 * The entry that takes `entry` back, still without an id. Its source is derived from the original's id, so the unique
 * key of the ledger lets it in once. Throws a RangeError for a reversal: write a correction instead.
 */
export function reversalOf(entry: LedgerEntry, now: Date): Omit<LedgerEntry, "id"> {
  if (entry.reversesId !== null) throw new RangeError(`Entry ${entry.id} is itself a reversal`);
  return {
    memberId: entry.memberId,
    reason: entry.reason,
    source: `reversal:${entry.id}`,
    value: 0 - entry.value,
    at: now,
    businessDate: entry.businessDate,
    quarter: entry.quarter,
    tableVersion: entry.tableVersion,
    branchId: entry.branchId,
    organisationId: entry.organisationId,
    reversesId: entry.id,
  };
}
