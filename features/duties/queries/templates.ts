import type { Source } from "@/domain/duties/line";
import type { Rhythm } from "@/domain/duties/rhythm";
import { db } from "@/lib/db";

export type TemplateRow = { year: string; state: string; version: number; issuedAt: Date | null; lines: number };

const COUNTED = { _count: { select: { lines: { where: { state: "active" } } } } } as const;

/** The templates of all years, the latest first. */
export async function listTemplates(): Promise<TemplateRow[]> {
  const rows = await db().dutyTemplate.findMany({ orderBy: { year: "desc" }, include: COUNTED });
  return rows.map(({ year, state, version, issuedAt, _count }) => ({
    ...{ year, state, version, issuedAt, lines: _count.lines },
  }));
}

export type LineRow = {
  id: string;
  year: string;
  position: number;
  title: string;
  ask: string;
  rhythm: Rhythm;
  onDate: string | null;
  daysBefore: number;
  effort: number;
  source: Source;
  state: string;
  version: number;
};

type Found = Omit<LineRow, "rhythm" | "source"> & { rhythm: string; source: string };

export const toLine = ({ rhythm, source, ...row }: Found): LineRow => ({
  ...{ ...row, rhythm: rhythm as Rhythm, source: source as Source },
});

export const LINE = {
  ...{ id: true, year: true, position: true, title: true, ask: true, rhythm: true, onDate: true },
  ...{ daysBefore: true, effort: true, source: true, state: true, version: true },
} as const;

export type Template = Omit<TemplateRow, "lines"> & { lines: LineRow[] };

/** The template of a year with all its lines, those that are no longer asked at the end; null when there is none. */
export async function findTemplate(year: string): Promise<Template | null> {
  const row = await db().dutyTemplate.findUnique({
    where: { year },
    include: { lines: { orderBy: [{ state: "asc" }, { position: "asc" }, { id: "asc" }], select: LINE } },
  });
  if (row === null) return null;
  const { state, version, issuedAt } = row;
  return { year, state, version, issuedAt, lines: row.lines.map(toLine) };
}

/** A line as it stands now, for a form that edits it. */
export async function findLine(id: string): Promise<LineRow | null> {
  const row = await db().dutyLine.findUnique({ where: { id }, select: LINE });
  return row === null ? null : toLine(row);
}

export type AdaptationRow = {
  lineId: string;
  isLeftOut: boolean;
  daysBefore: number | null;
  effort: number | null;
  reason: string;
  version: number;
};

const ADAPTATION = {
  ...{ lineId: true, isLeftOut: true, daysBefore: true, effort: true, reason: true, version: true },
} as const;

/** What an organisation has of its own in a year. The caller has decided that the reader may see it. */
export function listAdaptations(organisationId: string, year: string): Promise<AdaptationRow[]> {
  return db().dutyAdaptation.findMany({ where: { organisationId, line: { year } }, select: ADAPTATION });
}

export function findAdaptation(organisationId: string, lineId: string): Promise<AdaptationRow | null> {
  return db().dutyAdaptation.findUnique({
    where: { organisationId_lineId: { organisationId, lineId } },
    select: ADAPTATION,
  });
}
