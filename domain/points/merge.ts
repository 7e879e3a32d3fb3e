import { award, type EarnedEntry } from "./award";
import { reversalOf, type LedgerEntry } from "./ledger";
import { isReason, tableFor } from "./table";

/**
 * Two accounts of one person become one: every entry of the account that goes is taken back, and entered for the account
 * that stays, under its own day, branch and organisation. A deed is paid once: what the kept account has for the same
 * reason and source is not entered again; and no cap of a day, week, month or quarter is passed, so that an entry may be
 * entered in part or not at all. Entries that were taken back before stay as they are. Nothing is ever removed.
 *
 * Example: both did lesson L (2 points), the other account also lesson M (2): L is taken back and not entered, M is taken
 * back and entered; the kept account has 4 points, the other 0.
 */
export interface LedgerMerge {
  /** For the account that goes, still without ids. */
  readonly reversals: readonly Omit<LedgerEntry, "id">[];
  /** For the account that stays, still without ids. */
  readonly entries: readonly Omit<LedgerEntry, "id">[];
  /** Points of the account that goes which are not entered: paid already, or over a cap. */
  readonly lost: number;
}

type Merging = {
  readonly kept: readonly LedgerEntry[];
  readonly gone: readonly LedgerEntry[];
  readonly keptId: string;
};

const deedOf = ({ reason, source }: Pick<LedgerEntry, "reason" | "source">): string => `${reason}\t${source}`;

/** Never throws for ledgers that agree with themselves. Merged once more, it finds nothing left to do. */
export function mergeLedgers({ kept, gone, keptId, now }: Merging & { readonly now: Date }): LedgerMerge {
  const takenBack = new Set(gone.flatMap((entry) => entry.reversesId ?? []));
  const live = gone
    .filter((entry) => entry.reversesId === null && !takenBack.has(entry.id))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  const deeds = new Set(kept.map(deedOf));
  const earned: EarnedEntry[] = [...kept];
  const entries: Omit<LedgerEntry, "id">[] = [];
  for (const { id, ...entry } of live) {
    const value = deeds.has(deedOf(entry)) ? 0 : room({ id, ...entry }, earned);
    if (value === 0) continue;
    const moved = { ...entry, memberId: keptId, value };
    entries.push(moved);
    earned.push(moved);
  }
  const before = live.reduce((sum, entry) => sum + entry.value, 0);
  const after = entries.reduce((sum, entry) => sum + entry.value, 0);
  return { reversals: live.map((entry) => reversalOf(entry, now)), entries, lost: before - after };
}

/** How much of an entry the kept account can take: never more than it was worth before. */
function room(entry: LedgerEntry, earned: readonly EarnedEntry[]): number {
  const { reason, source, businessDate, value } = entry;
  // A reason that no table knows any more has no cap either.
  if (!isReason(reason)) return value;
  const paid = award({ table: tableFor(entry.tableVersion), reason, source, businessDate, earned, given: value });
  return value < 0 ? paid.value : Math.min(paid.value, value);
}
