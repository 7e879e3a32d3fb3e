import type { Resource } from "@/domain/access/types";
import type { ConsentBy, ConsentHow, ContactKind } from "@/domain/projects/consent";
import { contactEndsOn } from "@/domain/projects/retention";
import type { Category, ProjectKind, ProjectState } from "@/domain/projects/types";
import type { ZoneScope } from "@/features/access/types";
import { db, type Prisma } from "@/lib/db";
import type { DeskFilter } from "../schema";
import type { Project } from "../types";

/** Of the contact no more than when it was stored. */
const WITH = {
  station: { select: { name: true } },
  contact: { select: { storedOn: true } },
} as const satisfies Prisma.ProjectInclude;

type Row = Prisma.ProjectGetPayload<{ include: typeof WITH }>;

function toProject(row: Row): Project {
  const { endedOn } = row;
  return {
    ...{ id: row.id, stationId: row.stationId, station: row.station.name, version: row.version },
    ...{ kind: row.kind as ProjectKind, category: row.category as Category, state: row.state as ProjectState },
    ...{ area: row.area, title: row.title, need: row.need, conditions: row.conditions, days: row.days },
    ...{ writers: JSON.parse(row.writers) as string[], isByLink: row.linkId !== null },
    ...{ contactKind: row.contactKind as ContactKind, isUnder14: row.isUnder14, consentOn: row.consentOn },
    ...{ consentBy: row.consentBy as ConsentBy, consentHow: row.consentHow as ConsentHow },
    ...{ createdAt: row.createdAt, checkerId: row.checkerId, publishedAt: row.publishedAt },
    ...{ reviewNote: row.reviewNote, confirmedAt: row.confirmedAt, thanks: row.thanks },
    hasContact: row.contact !== null,
    contactEndsOn: row.contact && contactEndsOn({ storedOn: row.contact.storedOn, endedOn }),
  };
}

const within = ({ stationId }: ZoneScope) => (stationId === null ? {} : { stationId });

/** A project of the scope; null when there is none. */
export async function findProject(scope: ZoneScope, id: string): Promise<Project | null> {
  const row = await db().project.findFirst({ where: { id, ...within(scope) }, include: WITH });
  return row && toProject(row);
}

const SHOWN: Readonly<Record<DeskFilter["show"], ProjectState[] | null>> = {
  waiting: ["submitted", "checked"],
  claims: ["published"],
  open: ["published"],
  returned: ["returned"],
  confirmed: ["confirmed"],
  withdrawn: ["withdrawn"],
  all: null,
};

const PAGE_LENGTH = 50;

export type ProjectList = { total: number; page: number; pages: number; rows: Project[] };

/** The projects of the scope: what waits for a look, the oldest first; everything else, the newest first. */
export async function listProjects(scope: ZoneScope, { show, kind, page }: DeskFilter): Promise<ProjectList> {
  const states = SHOWN[show];
  const where = {
    ...{ ...within(scope), ...(kind === "" ? {} : { kind }) },
    ...(states === null ? {} : { state: { in: states } }),
    ...(show === "claims" ? { claims: { some: { state: { in: ["held", "done"] } } } } : {}),
  };
  const total = await db().project.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH));
  const here = Math.min(page, pages);
  const order = show === "waiting" ? "asc" : "desc";
  const rows = await db().project.findMany({
    where,
    orderBy: [{ createdAt: order }, { id: order }],
    skip: (here - 1) * PAGE_LENGTH,
    take: PAGE_LENGTH,
    include: WITH,
  });
  return { total, page: here, pages, rows: rows.map(toProject) };
}

type StationResource = Extract<Resource, { kind: "station" }>;

/** The station of a project, as the permission table sees it; null when there is none. */
export async function findProjectStation(projectId: string): Promise<StationResource | null> {
  const row = await db().project.findUnique({ where: { id: projectId }, select: { stationId: true } });
  return row && { kind: "station", stationId: row.stationId };
}
