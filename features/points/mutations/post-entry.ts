import type { LedgerEntry } from "@/domain/points/ledger";
import { engine, inTransaction, type Tx } from "@/lib/db";

/** Where a person belongs on one day; null without a branch or an employer. */
export interface Place {
  readonly branchId: string | null;
  readonly organisationId: string | null;
}

interface PlaceRow {
  branch_id: string | null;
  organisation_id: string | null;
}

/**
 * Locks the member's ledger until the transaction ends and says where the person belongs on `day`; null for somebody who
 * does not exist. On PostgreSQL the member's row is locked, so that what is read afterwards stays true; on SQLite the
 * transaction has the only writer already.
 */
export async function lockLedger(tx: Tx, input: { memberId: string; day: string }): Promise<Place | null> {
  const { memberId, day } = input;
  const rows =
    engine() === "postgresql"
      ? await tx.$queryRaw<PlaceRow[]>`
          SELECT (SELECT s.branch_id FROM membership s WHERE s.member_id = m.id AND s.since <= ${day}
                    AND (s.until IS NULL OR s.until >= ${day}) ORDER BY s.since DESC, s.id DESC LIMIT 1) AS branch_id,
                 (SELECT e.organisation_id FROM employment e WHERE e.member_id = m.id AND e.since <= ${day}
                    AND (e.until IS NULL OR e.until >= ${day}) ORDER BY e.since DESC, e.id DESC LIMIT 1) AS organisation_id
          FROM member m WHERE m.id = ${memberId} FOR NO KEY UPDATE OF m`
      : await tx.$queryRaw<PlaceRow[]>`
          SELECT (SELECT s.branch_id FROM membership s WHERE s.member_id = m.id AND s.since <= ${day}
                    AND (s.until IS NULL OR s.until >= ${day}) ORDER BY s.since DESC, s.id DESC LIMIT 1) AS branch_id,
                 (SELECT e.organisation_id FROM employment e WHERE e.member_id = m.id AND e.since <= ${day}
                    AND (e.until IS NULL OR e.until >= ${day}) ORDER BY e.since DESC, e.id DESC LIMIT 1) AS organisation_id
          FROM member m WHERE m.id = ${memberId}`;
  const row = rows[0];
  return row === undefined ? null : { branchId: row.branch_id, organisationId: row.organisation_id };
}

/** Runs `work` in a transaction of its own during which the person's ledger stands still. */
export function withLedger<T>(memberId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await lockLedger(tx, { memberId, day: "" });
    return work(tx);
  });
}

/** Adds one entry and raises the cached total with it: the only place that does either. */
export async function postEntry(tx: Tx, entry: Omit<LedgerEntry, "id">): Promise<{ id: string }> {
  const created = await tx.pointsEntry.create({ data: entry, select: { id: true } });
  await tx.$executeRaw`
    INSERT INTO points_total (member_id, quarter, reason, total)
    VALUES (${entry.memberId}, ${entry.quarter}, ${entry.reason}, ${entry.value})
    ON CONFLICT (member_id, quarter, reason) DO UPDATE SET total = points_total.total + excluded.total`;
  return created;
}
