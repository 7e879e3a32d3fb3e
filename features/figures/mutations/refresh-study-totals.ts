import { inSqlTransaction, selectRows, type Sql } from "@/lib/db/prepared";
import { staySql } from "../queries/stays";

/** A quarter (2026Q4) as seen on a plain date of Asia/Shanghai. */
type Seen = { readonly quarter: string; readonly today: string };

type Known = { changed: number | bigint; day: string | null; version: number | bigint | null };

const VERSION = "SELECT version FROM study_total_day WHERE quarter = ''";

/** Whoever makes totals anew holds this row of study_total_day until the end: one at a time, on both engines. */
const LOCK = `INSERT INTO study_total_day (quarter, day, version) VALUES ('', '', 1)
  ON CONFLICT (quarter) DO UPDATE SET version = study_total_day.version + 1`;

/** Rows of whom something is said in the changes taken up. */
const isTaken = (row: string): string => `(${row}.member_id IN (SELECT member_id FROM study_change WHERE taken)
  OR ${row}.branch_id IN (SELECT branch_id FROM study_change WHERE taken))`;

/**
 * Makes the totals of a quarter right: of everybody when they were counted for another day, else of those about whom
 * something has changed. Costs one small read when nothing has. Changes that are not committed yet keep their rows in
 * study_change and are looked at the next time. Answers a stamp: figures that were read after it are good for as long as
 * the next call answers the same.
 */
export async function refreshStudyTotals(seen: Seen): Promise<string> {
  const [known] = await selectRows<Known>(
    `SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM study_change LIMIT 1) one) AS changed,
       (SELECT day FROM study_total_day WHERE quarter = ?) AS day, (${VERSION}) AS version`,
    [seen.quarter],
  );
  if (known && Number(known.changed) === 0 && known.day === seen.today) return stampOf(seen, known);
  return inSqlTransaction(async (sql) => {
    await renew(sql, seen);
    const [renewed] = await sql.select<Pick<Known, "version">>(VERSION);
    return stampOf(seen, renewed);
  });
}

const stampOf = ({ today }: Seen, known: Pick<Known, "version"> | undefined): string =>
  `${today} ${Number(known?.version)}`;

async function renew(sql: Sql, { quarter, today }: Seen): Promise<void> {
  await sql.change(LOCK, []);
  await sql.change("UPDATE study_change SET taken = true", []);
  await sql.change(`DELETE FROM study_total WHERE ${isTaken("study_total")}`, []);
  const days = await sql.select<{ quarter: string; day: string }>(
    "SELECT quarter, day FROM study_total_day WHERE quarter <> '' ORDER BY quarter",
  );
  for (const one of days) await count(sql, { quarter: one.quarter, today: one.day }, isTaken("s"));
  await sql.change("DELETE FROM study_change WHERE taken", []);
  if (days.some((one) => one.quarter === quarter && one.day === today)) return;
  await sql.change(
    "DELETE FROM study_total WHERE quarter = ? OR quarter IN (SELECT quarter FROM study_total_day WHERE day < ?)",
    [quarter, today],
  );
  await sql.change("DELETE FROM study_total_day WHERE quarter <> '' AND (quarter = ? OR day < ?)", [quarter, today]);
  await count(sql, { quarter, today }, "1 = 1");
  await sql.change("INSERT INTO study_total_day (quarter, day) VALUES (?, ?)", [quarter, today]);
}

async function count(sql: Sql, seen: Seen, people: string): Promise<void> {
  const stays = staySql(seen, people);
  await sql.change(
    `INSERT INTO study_total (quarter, organisation_id, branch_id, since, until, member_id, asked, done, excused) ${stays.sql}`,
    stays.values,
  );
}
