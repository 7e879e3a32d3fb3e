import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { award, earnedSince, quartersOfCaps, type Award, type EarnedEntry } from "@/domain/points/award";
import { tableFor, type PointsTable, type Reason } from "@/domain/points/table";
import type { Tx } from "@/lib/db";
import { sqlOf, type Sql } from "@/lib/db/prepared";
import { lockLedger, postEntry } from "./post-entry";

export interface AwardPointsInput {
  readonly memberId: string;
  readonly reason: Reason;
  /** What earned it: content id, attempt id … A deed is paid once for each (member, reason, source). */
  readonly source: string;
  readonly now: Date;
  /** Asked of `contest-score` and `correction` only; other reasons are worth what the table says. */
  readonly value?: number;
}

/**
 * Pays one deed inside the caller's transaction and says how many points it brought; `because` (Chinese) when that is
 * less than the deed is worth. A repeat gets the value of the first time. Nothing is written for 0 points. Two awards of
 * one person at once never pass a cap. Throws a RangeError for a person who does not exist.
 */
export async function awardPoints(tx: Tx | Sql, input: AwardPointsInput): Promise<Award> {
  const sql = sqlOf(tx);
  const { memberId, reason, source, now } = input;
  const businessDate = businessDateOf(now);
  const quarter = quarterOf(businessDate);
  const table = tableFor(quarter);
  const place = await lockLedger(sql, { memberId, day: businessDate });
  if (place === null) throw new RangeError(`No member ${memberId}`);
  const earned = await earnedBy(sql, { ...input, since: capsSince(table, reason, businessDate), businessDate });
  const first = earned.find((entry) => entry.reason === reason && entry.source === source);
  if (first !== undefined) return { value: first.value };
  const result = award({
    table,
    reason,
    source,
    businessDate,
    earned,
    ...(input.value === undefined ? {} : { given: input.value }),
  });
  if (result.value === 0) return result;
  await postEntry(sql, {
    ...{ memberId, reason, source, value: result.value, at: now, businessDate, quarter },
    ...{ tableVersion: table.version, ...place, reversesId: null },
  });
  return result;
}

/** Caps by the day need today's entries only; those of longer periods need the whole quarter and week. */
function capsSince(table: PointsTable, reason: Reason, businessDate: string): string {
  const per = table.rows[reason].cap?.per ?? "once";
  return per === "day" || per === "once" ? businessDate : earnedSince(businessDate);
}

type Question = Pick<AwardPointsInput, "memberId" | "reason" | "source"> & { since: string; businessDate: string };

/** The entries that caps need, and the one of the same deed wherever it stands. */
function earnedBy(sql: Sql, { memberId, reason, source, since, businessDate }: Question): Promise<EarnedEntry[]> {
  return sql.select<EarnedEntry>(
    `SELECT reason, source, value, business_date AS "businessDate" FROM points_entry
      WHERE member_id = ? AND ((quarter IN (?, ?, ?) AND business_date >= ?) OR (reason = ? AND source = ?))`,
    [memberId, ...quartersOfCaps(businessDate), since, reason, source],
  );
}
