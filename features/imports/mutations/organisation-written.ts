import type { OrganisationValues } from "@/domain/imports/organisations";
import { newId } from "@/lib/randomness";
import type { NewRow, SqlValue } from "@/lib/db/prepared";
import type { StagedRow } from "../types";

export type Writing = {
  readonly rows: readonly StagedRow[];
  readonly importId: string;
  readonly actorId: string;
  readonly now: Date;
  readonly today: string;
};

/** What one row of a sheet writes: rows to add by table, and at most one statement for a record that stands. */
export type Written = {
  readonly add: Readonly<Record<string, NewRow | readonly NewRow[]>>;
  readonly change: readonly [sql: string, values: readonly SqlValue[]] | null;
};

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
export const changesOf = ({ changes }: Pick<StagedRow, "changes">): Record<string, unknown> => ({
  before: Object.fromEntries(changes.map(({ field, before }) => [field, before])),
  after: Object.fromEntries(changes.map(({ field, after }) => [field, after])),
});

const UPDATE = `UPDATE organisation SET name = ?, name_key = ?, kind = ?, credit_code = ?, version = version + 1
  WHERE id = ?`;

/** A new organisation, or a new name, kind and credit code of a known one. */
export function organisationWritten(row: StagedRow, writing: Writing): Written {
  const { name, nameKey, kind, shortCode, creditCode, stationId } = row.values as OrganisationValues;
  const subjectKind = "organisation";
  if (row.existingId !== null) {
    const act = { action: "organisation.edit", subjectKind, subjectId: row.existingId, detail: changesOf(row) };
    const change = [UPDATE, [name, nameKey, kind, creditCode, row.existingId]] as const;
    return { add: { audit_entry: auditRow(writing, act) }, change };
  }
  const subjectId = newId(writing.now);
  const detail = { kind, name, shortCode, creditCode, stationId };
  const organisation = {
    ...{ id: subjectId, kind, name, name_key: nameKey, short_code: shortCode, credit_code: creditCode },
    ...{ station_id: stationId, state: "active", version: 0, created_at: writing.now },
  };
  const act = { action: "organisation.create", subjectKind, subjectId, detail };
  return { add: { organisation, audit_entry: auditRow(writing, act) }, change: null };
}
