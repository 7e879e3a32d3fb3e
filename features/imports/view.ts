import type { ExistingMember, MemberRow, MemberValues } from "@/domain/imports/members";
import type { ExistingOrganisation, OrganisationRow } from "@/domain/imports/organisations";
import { CONTACT_FIELDS, type ProjectRow } from "@/domain/imports/projects";
import type { DutyRow } from "@/domain/imports/duties";
import type { QuestionRow } from "@/domain/imports/questions";
import type { RowResult, SheetRow } from "@/domain/imports/types";
import type { ImportCounts, ImportField, ImportState, StagedRow, StagedState } from "./types";

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

/** A question's row as it is staged: there is nothing to move. */
export const questionStagedBy =
  (check: (row: SheetRow) => QuestionRow) =>
  (sheetRow: SheetRow): StagedRow => {
    const row = check(sheetRow);
    return staged(row, row.state, row.changes);
  };

/** A duty's row as it is staged. */
export const dutyStaged = (row: DutyRow): StagedRow => staged(row, row.state, row.changes);

const isContact = (field: ImportField): boolean => CONTACT_FIELDS.some((each) => each === field);

/** A project's row as it is staged: the contact is kept to be written and shown on no page. */
export function projectStaged(row: ProjectRow): StagedRow {
  const shown = Object.fromEntries(Object.entries(row.shown).filter(([field]) => !isContact(field as ImportField)));
  const faults = row.faults.map((fault) => (isContact(fault.field) ? { ...fault, written: "（不显示）" } : fault));
  return staged({ ...row, shown, faults }, row.state, row.changes);
}

export function countsOf(rows: readonly { readonly state: StagedState }[]): ImportCounts {
  const counts = { new: 0, update: 0, same: 0, move: 0, fault: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** One fault as a line of the dry run. */
export type FaultLine = {
  readonly row: number;
  /** Letter of the column; empty when it is missing or the whole row is at fault. */
  readonly column: string;
  readonly cell: string;
  readonly label: string;
  readonly written: string;
  readonly problem: string;
  readonly remedy: string;
};

/** Every fault in the order of the sheet. */
export function faultLines(
  rows: readonly StagedRow[],
  labels: Readonly<Partial<Record<ImportField, string>>>,
): FaultLine[] {
  return rows.flatMap(({ number, faults }) =>
    faults.map(({ column, field, written, problem, remedy }) => ({
      ...{ row: number, column: column ?? "", cell: column === null ? `第${number}行` : `${column}${number}` },
      ...{ label: labels[field] ?? "", written: written === "" ? "（空）" : written, problem, remedy },
    })),
  );
}

const LOGIN_FIELDS: readonly ImportField[] = ["login", "phone", "workNumber"];

/** A change that takes nothing's place: the logins before go on. */
export const isLoginAdded = ({ field }: StagedRow["changes"][number]): boolean => LOGIN_FIELDS.includes(field);

/** What a row would change, in words: 身份：预备党员 → 正式党员；加登录名13900000001. */
export function changesInWords(
  { changes }: Pick<StagedRow, "changes">,
  labels: Readonly<Partial<Record<ImportField, string>>>,
): string {
  return changes
    .map((change) => {
      const { field, before, after } = change;
      if (isLoginAdded(change)) return `加登录名${after}`;
      return `${labels[field] ?? ""}：${before || "（空）"} → ${after || "（空）"}`;
    })
    .join("；");
}

/** Rows by kind, those of which there is one: 新登记3行，有变化1行. */
export const inWords = (kinds: readonly (readonly [label: string, rows: number])[]): string =>
  kinds
    .filter(([, rows]) => rows > 0)
    .map(([label, rows]) => `${label}${rows}行`)
    .join("，");

export const STATE_WORDS: Readonly<Record<ImportState, string>> = {
  uploaded: "等着看",
  checking: "正在看",
  checked: "等着写入",
  writing: "正在写入",
  written: "已写入",
  failed: "没有读成",
  cancelled: "不导入了",
};

/** The address of one part of a dry run. */
export function partHref(
  path: string,
  part: { show?: string | undefined; column?: string | undefined; row?: number | undefined; page: number },
): string {
  const { page, ...rest } = part;
  const kept = Object.entries({ ...rest, page: page === 1 ? undefined : page }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const query = new URLSearchParams(kept).toString();
  return query === "" ? path : `${path}?${query}`;
}
