import { setImmediate } from "node:timers/promises";
import type { OrganisationValues } from "@/domain/imports/organisations";
import { insertRows, type NewRow, type Sql } from "@/lib/db/prepared";
import { newId } from "@/lib/randomness";
import type { StagedRow } from "../types";

export type Writing = {
  readonly rows: readonly StagedRow[];
  readonly importId: string;
  readonly actorId: string;
  readonly now: Date;
  readonly today: string;
};

/** Rows of one statement: other requests get their turn after each. */
const AT_ONCE = 500;

/** Adds rows in a few statements, inside the caller's transaction. */
export async function insertMany(sql: Sql, table: string, rows: readonly NewRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await insertRows(sql, table, rows.slice(from, from + AT_ONCE));
    await setImmediate();
  }
}

/** What the history of a record says about an import. */
export function auditRow(
  { importId, actorId, now }: Writing,
  act: { action: string; subjectKind: string; subjectId: string; detail: Record<string, unknown> },
): NewRow {
  const { action, subjectKind, subjectId, detail } = act;
  return {
    ...{ id: newId(now), at: now, actor_id: actorId, action, subject_kind: subjectKind, subject_id: subjectId },
    detail: JSON.stringify({ ...detail, importId }),
  };
}

/** Before and after of what a row changes, as people read it. */
export const changesOf = ({ changes }: StagedRow): Record<string, unknown> => ({
  before: Object.fromEntries(changes.map(({ field, before }) => [field, before])),
  after: Object.fromEntries(changes.map(({ field, after }) => [field, after])),
});

const UPDATE = `UPDATE organisation SET name = ?, name_key = ?, kind = ?, credit_code = ?, version = version + 1
  WHERE id = ?`;

/** Organisations of an import: new ones, and new names, kinds and credit codes of known ones. */
export async function writeOrganisations(sql: Sql, writing: Writing): Promise<void> {
  const organisations: NewRow[] = [];
  const acts: NewRow[] = [];
  const subjectKind = "organisation";
  for (const row of writing.rows) {
    const { name, nameKey, kind, shortCode, creditCode, stationId } = row.values as OrganisationValues;
    const subjectId = row.existingId ?? newId(writing.now);
    if (row.existingId === null) {
      organisations.push({
        ...{ id: subjectId, kind, name, name_key: nameKey, short_code: shortCode, credit_code: creditCode },
        ...{ station_id: stationId, state: "active", version: 0, created_at: writing.now },
      });
      const detail = { kind, name, shortCode, creditCode, stationId };
      acts.push(auditRow(writing, { action: "organisation.create", subjectKind, subjectId, detail }));
    } else {
      await sql.change(UPDATE, [name, nameKey, kind, creditCode, subjectId]);
      const detail = changesOf(row);
      acts.push(auditRow(writing, { action: "organisation.edit", subjectKind, subjectId, detail }));
    }
  }
  await insertMany(sql, "organisation", organisations);
  await insertMany(sql, "audit_entry", acts);
}
