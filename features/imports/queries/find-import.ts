import type { ZoneScope } from "@/features/access/types";
import { openBytes, openText } from "@/lib/crypto";
import { db } from "@/lib/db";
import type { ImportCounts, ImportKind, ImportState, StagedRow, StagedState, UnderstoodTable } from "../types";

/** A file on its way in, for the people of its scope. */
export type ImportFileRow = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly stationId: string | null;
  readonly fileName: string;
  readonly format: string;
  readonly state: ImportState;
  readonly total: number;
  readonly done: number;
  readonly note: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** Null until it was looked at. */
  readonly counts: ImportCounts | null;
  readonly table: UnderstoodTable | null;
  readonly absent: readonly string[];
  /** The file can still be read. */
  readonly isKept: boolean;
};

const COLUMNS = {
  ...{ id: true, kind: true, stationId: true, fileName: true, format: true, state: true, total: true, done: true },
  ...{ note: true, createdAt: true, finishedAt: true, counts: true, columns: true, absent: true },
} as const;

type Row = Omit<ImportFileRow, "kind" | "state" | "counts" | "table" | "absent" | "isKept"> & {
  kind: string;
  state: string;
  counts: string;
  columns: string;
  absent: string;
};

function toFile({ counts, columns, absent, ...row }: Row, isKept: boolean): ImportFileRow {
  const table = JSON.parse(columns) as Partial<UnderstoodTable>;
  return {
    ...row,
    ...{ kind: row.kind as ImportKind, state: row.state as ImportState, isKept },
    counts: counts === "{}" ? null : (JSON.parse(counts) as ImportCounts),
    table: table.digest === undefined ? null : (table as UnderstoodTable),
    absent: JSON.parse(absent) as string[],
  };
}

const within = (scope: ZoneScope) => (scope.stationId === null ? {} : { stationId: scope.stationId });

export async function findImport(scope: ZoneScope, id: string): Promise<ImportFileRow | null> {
  const where = { id, ...within(scope) };
  const [row, kept] = await Promise.all([
    db().importFile.findFirst({ where, select: COLUMNS }),
    db().importFile.count({ where: { ...where, content: { not: null } } }),
  ]);
  return row && toFile(row, kept === 1);
}

/** Files of the scope, the latest first. */
export async function listImports(scope: ZoneScope, limit: number): Promise<ImportFileRow[]> {
  const rows = await db().importFile.findMany({
    where: within(scope),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: COLUMNS,
  });
  return rows.map((row) => toFile(row, false));
}

/** The file as it was uploaded; null once it is forgotten. */
export async function readUploaded(scope: ZoneScope, id: string): Promise<Buffer | null> {
  const row = await db().importFile.findFirst({ where: { id, ...within(scope) }, select: { content: true } });
  return row?.content ? openBytes(row.content) : null;
}

/** The staged rows in these states, in the order of the sheet. */
export async function listStaged(importId: string, states: readonly StagedState[]): Promise<StagedRow[]> {
  const rows = await db().importRow.findMany({
    where: { importId, state: { in: [...states] } },
    orderBy: { sheetRow: "asc" },
  });
  return rows.map(toStaged);
}

/** The staged rows beside one another in the sheet. */
export async function listStagedBetween(importId: string, from: number, to: number): Promise<StagedRow[]> {
  const rows = await db().importRow.findMany({
    where: { importId, sheetRow: { gte: from, lte: to } },
    orderBy: { sheetRow: "asc" },
  });
  return rows.map(toStaged);
}

function toStaged(row: { sheetRow: number; state: string; data: string; faults: string }): StagedRow {
  const data = JSON.parse(openText(row.data)) as Omit<StagedRow, "number" | "state" | "faults">;
  const faults = row.faults === "" ? [] : (JSON.parse(openText(row.faults)) as StagedRow["faults"]);
  return { ...data, number: row.sheetRow, state: row.state as StagedState, faults };
}

/** Names of what a file leaves out, in order of name. */
export async function listAbsentNames(file: ImportFileRow, limit: number): Promise<string[]> {
  const query = { where: { id: { in: file.absent.slice(0, 500) } }, select: { name: true }, take: limit } as const;
  const orderBy = { name: "asc" } as const;
  const rows =
    file.kind === "organisations"
      ? await db().organisation.findMany({ ...query, orderBy })
      : await db().member.findMany({ ...query, orderBy });
  return rows.map(({ name }) => name);
}

/** Where an import belongs, as the permission table sees it, and what it brings in; null when there is none. */
export async function findImportPlace(
  id: string,
): Promise<{ kind: ImportKind; resource: { kind: "zone" } | { kind: "station"; stationId: string } } | null> {
  const row = await db().importFile.findUnique({ where: { id }, select: { kind: true, stationId: true } });
  if (row === null) return null;
  const { stationId } = row;
  const resource = stationId === null ? ({ kind: "zone" } as const) : ({ kind: "station", stationId } as const);
  return { kind: row.kind as ImportKind, resource };
}
