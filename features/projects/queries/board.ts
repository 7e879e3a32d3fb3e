import type { Category, ProjectKind } from "@/domain/projects/types";
import { db, type Prisma } from "@/lib/db";
import type { BoardFilter } from "../schema";
import type { BoardProject } from "../types";

/** What everybody may read, with or without an account: nothing of who claimed, nothing of the contact. */
const PUBLIC = {
  ...{ id: true, kind: true, area: true, category: true, title: true, need: true, conditions: true, days: true },
  ...{ state: true, publishedAt: true, confirmedAt: true, station: { select: { name: true } } },
  claims: { where: { activeKey: { not: null } }, select: { holderOf: true } },
} as const satisfies Prisma.ProjectSelect;

type Row = Prisma.ProjectGetPayload<{ select: typeof PUBLIC }>;

function toBoardProject({ claims, station, state, ...row }: Row): BoardProject {
  const isTaken = claims.some(({ holderOf }) => holderOf !== null);
  return {
    ...{ ...row, kind: row.kind as ProjectKind, category: row.category as Category, station: station.name },
    standing: state === "confirmed" ? "confirmed" : isTaken ? "taken" : "open",
    waiting: claims.filter(({ holderOf }) => holderOf === null).length,
  };
}

const OPEN_TO_ALL = { state: { in: ["published", "confirmed"] } };

const STANDING: Readonly<Record<BoardFilter["state"], Prisma.ProjectWhereInput>> = {
  "": OPEN_TO_ALL,
  open: { state: "published", claims: { none: { holderOf: { not: null } } } },
  taken: { state: "published", claims: { some: { holderOf: { not: null } } } },
  confirmed: { state: "confirmed" },
};

const PAGE_LENGTH = 20;

export type BoardList = { total: number; page: number; pages: number; rows: BoardProject[] };

/** The board: what can still be claimed first, then by the day it was published. */
export async function listBoard({ kind, area, category, state, page }: BoardFilter): Promise<BoardList> {
  const where = {
    ...STANDING[state],
    ...(kind === "" ? {} : { kind }),
    ...(area === "" ? {} : { area }),
    ...(category === "" ? {} : { category }),
  };
  const total = await db().project.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH));
  const here = Math.min(page, pages);
  const rows = await db().project.findMany({
    where,
    // `published` stands after `confirmed` in the alphabet.
    orderBy: [{ state: "desc" }, { publishedAt: "desc" }, { id: "desc" }],
    skip: (here - 1) * PAGE_LENGTH,
    take: PAGE_LENGTH,
    select: PUBLIC,
  });
  return { total, page: here, pages, rows: rows.map(toBoardProject) };
}

/** One project of the board; null when it is not published. */
export async function findBoardProject(id: string): Promise<BoardProject | null> {
  const row = await db().project.findFirst({ where: { id, ...OPEN_TO_ALL }, select: PUBLIC });
  return row && toBoardProject(row);
}

/** The villages and communities on the board, for choosing one. */
export async function listAreas(): Promise<string[]> {
  const rows = await db().project.findMany({
    where: OPEN_TO_ALL,
    distinct: ["area"],
    orderBy: { area: "asc" },
    select: { area: true },
  });
  return rows.map(({ area }) => area);
}
