import { totals, type LedgerEntry } from "@/domain/points/ledger";
import { engine, inTransaction, type Tx } from "@/lib/db";
import { insertRows, sqlOf, type NewRow, type Sql } from "@/lib/db/prepared";
import { newId } from "@/lib/randomness";

/** Where a person belongs on one day; null without a branch or an employer. */
export interface Place {
  readonly branchId: string | null;
  readonly organisationId: string | null;
}

interface PlaceRow {
  branch_id: string | null;
  organisation_id: string | null;
}

const SELECT_PLACE = `
  SELECT (SELECT s.branch_id FROM membership s WHERE s.member_id = m.id AND s.since <= ?
            AND (s.until IS NULL OR s.until >= ?) ORDER BY s.since DESC, s.id DESC LIMIT 1) AS branch_id,
         (SELECT e.organisation_id FROM employment e WHERE e.member_id = m.id AND e.since <= ?
            AND (e.until IS NULL OR e.until >= ?) ORDER BY e.since DESC, e.id DESC LIMIT 1) AS organisation_id
  FROM member m WHERE m.id = ?`;

/**
 * Locks the member's ledger until the transaction ends and says where the person belongs on `day`; null for somebody who
 * does not exist. On PostgreSQL the member's row is locked, so that what is read afterwards stays true; on SQLite the
 * transaction has the only writer already.
 */
export async function lockLedger(tx: Tx | Sql, input: { memberId: string; day: string }): Promise<Place | null> {
  const { memberId, day } = input;
  const lock = engine() === "postgresql" ? " FOR NO KEY UPDATE OF m" : "";
  const [row] = await sqlOf(tx).select<PlaceRow>(`${SELECT_PLACE}${lock}`, [day, day, day, day, memberId]);
  return row === undefined ? null : { branchId: row.branch_id, organisationId: row.organisation_id };
}

/** Runs `work` in a transaction of its own during which the person's ledger stands still. */
export function withLedger<T>(memberId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await lockLedger(tx, { memberId, day: "" });
    return work(tx);
  });
}

/** Adds one entry and raises the cached total with it: nothing but this file does either. */
export async function postEntry(tx: Tx | Sql, entry: Omit<LedgerEntry, "id">): Promise<{ id: string }> {
  const id = newId(entry.at);
  const { memberId, quarter, reason, value } = entry;
  await insertRows(tx, "points_entry", [rowOf(id, entry)]);
  await sqlOf(tx).change(RAISE_TOTAL, [memberId, quarter, reason, value]);
  return { id };
}

/** Adds many entries of one occasion, such as a merge of accounts, in the order given, with a write for each total. */
export async function postEntries(tx: Tx | Sql, entries: readonly Omit<LedgerEntry, "id">[]): Promise<void> {
  await insertRows(
    tx,
    "points_entry",
    entries.map((entry) => rowOf(newId(entry.at), entry)),
  );
  for (const { memberId, quarter, reason, total } of totals(entries)) {
    await sqlOf(tx).change(RAISE_TOTAL, [memberId, quarter, reason, total]);
  }
}

const RAISE_TOTAL = `INSERT INTO points_total (member_id, quarter, reason, total) VALUES (?, ?, ?, ?)
  ON CONFLICT (member_id, quarter, reason) DO UPDATE SET total = points_total.total + excluded.total`;

const rowOf = (id: string, entry: Omit<LedgerEntry, "id">): NewRow => ({
  id,
  member_id: entry.memberId,
  reason: entry.reason,
  source: entry.source,
  value: entry.value,
  at: entry.at,
  business_date: entry.businessDate,
  quarter: entry.quarter,
  table_version: entry.tableVersion,
  branch_id: entry.branchId,
  organisation_id: entry.organisationId,
  reverses_id: entry.reversesId,
});
