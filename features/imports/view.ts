import type { ExistingMember, MemberRow, MemberValues } from "@/domain/imports/members";
import type { ExistingOrganisation, OrganisationRow } from "@/domain/imports/organisations";
import type { RowResult } from "@/domain/imports/types";
import type { ImportCounts, ImportField, StagedRow, StagedState } from "./types";

type Row = RowResult<ImportField, StagedRow["values"]>;

function staged(row: Row, state: StagedState, changes: StagedRow["changes"]): StagedRow {
  const { number, hidden, existingId, shown, values, faults } = row;
  return { number, hidden, state, existingId, shown, values, changes, faults };
}

/**
 * An organisation's row as it is staged: another station than the stored one is a move, which the organisation's page does,
 * because branches and figures go with it.
 */
export function organisationStaged(row: OrganisationRow, find: (id: string) => ExistingOrganisation | null): StagedRow {
  const existing = find(row.existingId ?? "");
  const isMove = row.state === "update" && existing !== null && row.values?.stationId !== existing.stationId;
  return staged(row, isMove ? "move" : row.state, row.changes);
}

/**
 * A member's row as it is staged: another organisation or branch than the stored one is a move, which both sides assent to;
 * a first one is written. The day of joining is kept as it stands: a file changes no history.
 */
export function memberStaged(row: MemberRow, find: (id: string) => ExistingMember | null): StagedRow {
  const existing = find(row.existingId ?? "");
  if (row.state !== "update" || existing === null || row.values === null) return staged(row, row.state, row.changes);
  const { organisationId, branchId } = row.values;
  const isElsewhere = (before: string | null, after: string | null): boolean => before !== null && before !== after;
  if (isElsewhere(existing.organisationId, organisationId) || isElsewhere(existing.branchId, branchId)) {
    return staged(row, "move", row.changes);
  }
  const changes = row.changes.filter(({ field }) => field !== "joined");
  return staged(row, changes.length === 0 ? "same" : "update", changes);
}

/** What a member's row adds to places that were empty. */
export function firstPlaces(
  values: MemberValues,
  changes: StagedRow["changes"],
): { organisationId: string | null; branchId: string | null } {
  const isChanged = (field: ImportField): boolean => changes.some((change) => change.field === field);
  return {
    organisationId: isChanged("organisation") ? values.organisationId : null,
    branchId: isChanged("branch") ? values.branchId : null,
  };
}

export function countsOf(rows: readonly { readonly state: StagedState }[]): ImportCounts {
  const counts = { new: 0, update: 0, same: 0, move: 0, fault: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
