import type { ZoneScope } from "@/features/access/types";
import { db } from "@/lib/db";
import type { FigureName } from "../types";

export type ObjectionRow = {
  readonly id: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly quarter: string;
  readonly figure: FigureName;
  /** The figure as it was shown when the objection was made. */
  readonly shown: string;
  readonly text: string;
  readonly createdAt: Date;
  /** Null while it is open. */
  readonly answer: string | null;
  readonly answeredAt: Date | null;
};

const SELECT = {
  ...{ id: true, organisationId: true, quarter: true, figure: true, shown: true, text: true, createdAt: true },
  ...{ state: true, answer: true, answeredAt: true, organisation: { select: { name: true } } },
} as const;
const MOST = 100;
const LATELY = 20;

type Found = Omit<ObjectionRow, "organisation" | "figure" | "answer"> & {
  figure: string;
  state: string;
  answer: string;
  organisation: { name: string };
};

const toRow = ({ organisation, figure, state, answer, ...row }: Found): ObjectionRow => ({
  ...{ ...row, organisation: organisation.name, figure: figure as FigureName },
  answer: state === "answered" ? answer : null,
});

const within = ({ stationId }: ZoneScope) => (stationId === null ? {} : { organisation: { stationId } });

/** What waits for an answer in the scope, oldest first. */
export async function listOpenObjections(scope: ZoneScope): Promise<ObjectionRow[]> {
  const rows = await db().figureObjection.findMany({
    where: { state: "open", ...within(scope) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: SELECT,
  });
  return rows.map(toRow);
}

/** What was answered lately in the scope, newest first. */
export async function listAnsweredObjections(scope: ZoneScope): Promise<ObjectionRow[]> {
  const rows = await db().figureObjection.findMany({
    where: { state: "answered", ...within(scope) },
    orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
    take: LATELY,
    select: SELECT,
  });
  return rows.map(toRow);
}

/** Everything that one organisation said about its figures of a quarter, newest first. */
export async function listObjectionsOf(organisationId: string, quarter: string): Promise<ObjectionRow[]> {
  const rows = await db().figureObjection.findMany({
    where: { organisationId, quarter },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: SELECT,
  });
  return rows.map(toRow);
}

/** How many open objections to figures of a quarter each organisation of the scope has. */
export async function countOpenObjections(scope: ZoneScope, quarter: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db().figureObjection.groupBy({
    by: ["organisationId"],
    where: { state: "open", quarter, ...within(scope) },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.organisationId, row._count._all]));
}

/** The station of the organisation whose objection it is: what a permission is decided on; null when there is none. */
export async function findObjectionPlace(id: string): Promise<{ organisationId: string; stationId: string } | null> {
  const row = await db().figureObjection.findUnique({
    where: { id },
    select: { organisationId: true, organisation: { select: { stationId: true } } },
  });
  return row && { organisationId: row.organisationId, stationId: row.organisation.stationId };
}
