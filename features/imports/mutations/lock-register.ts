import { engine } from "@/lib/db";
import type { Sql } from "@/lib/db/prepared";
import type { StagedRow } from "../types";
import { firstPlaces } from "../view";

/** Where everybody locks: the person, then the branch, then the organisation behind its station. */
const TABLES = ["member", "branch", "station", "organisation"] as const;

type Concerned = Readonly<Partial<Record<(typeof TABLES)[number], string | null>>>;

/** What one row changes or puts something into. */
function concernedBy({ existingId, values, changes }: StagedRow): Concerned {
  if (values === null) return {};
  if ("branchId" in values) {
    const { organisationId, branchId } = existingId === null ? values : firstPlaces(values, changes);
    return { member: existingId, organisation: organisationId, branch: branchId };
  }
  if ("shortCode" in values) return { organisation: existingId, station: values.stationId };
  return "stationId" in values ? { station: values.stationId } : {};
}

/**
 * Locks what the rows speak of until the transaction ends, each table in order of id. Whoever is closing a branch or giving
 * somebody an office at this moment is waited for, so that the stamp compared afterwards tells of it; whoever comes later
 * waits for the import. Costs nothing on SQLite, whose transaction is the only writer already.
 */
export async function lockRegister(sql: Sql, rows: readonly StagedRow[]): Promise<void> {
  if (engine() !== "postgresql") return;
  const concerned = rows.map(concernedBy);
  for (const table of TABLES) {
    const ids = [...new Set(concerned.map((each) => each[table] ?? null))].filter((id) => id !== null);
    if (ids.length === 0) continue;
    const lock = `SELECT id FROM ${table} WHERE id IN (SELECT json_array_elements_text(?::json)) ORDER BY id FOR NO KEY UPDATE`;
    await sql.select(lock, [JSON.stringify(ids)]);
  }
}
