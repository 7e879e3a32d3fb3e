import type { Resource } from "@/domain/access/types";
import type { ClaimantKind, ClaimState } from "@/domain/projects/claims";
import type { ProjectKind } from "@/domain/projects/types";
import type { BranchScope, OrganisationScope, OwnScope, ZoneScope } from "@/features/access/types";
import { db, type Prisma } from "@/lib/db";
import type { Claim } from "../types";
import { listOwnPlaces, speaksFor } from "./claimants";

const WITH = {
  project: { select: { title: true, kind: true, area: true, thanks: true, station: { select: { name: true } } } },
  notes: { orderBy: { at: "asc" }, select: { text: true, at: true } },
} as const satisfies Prisma.ProjectClaimInclude;

type Row = Prisma.ProjectClaimGetPayload<{ include: typeof WITH }>;

async function toClaims(rows: readonly Row[]): Promise<Claim[]> {
  const idsOf = (kind: ClaimantKind) => rows.filter((row) => row.claimantKind === kind).map((row) => row.claimantId);
  const asked = (kind: ClaimantKind) => ({ where: { id: { in: idsOf(kind) } }, select: { id: true, name: true } });
  const found = await Promise.all([
    db().member.findMany(asked("member")),
    db().branch.findMany(asked("branch")),
    db().organisation.findMany(asked("organisation")),
  ]);
  const names = new Map(found.flat().map(({ id, name }) => [id, name]));
  return Promise.all(
    rows.map(async ({ project, ...row }) => ({
      ...{ id: row.id, projectId: row.projectId, claimantKind: row.claimantKind as ClaimantKind, ticket: row.ticket },
      ...{ claimantId: row.claimantId, memberId: row.memberId, claimant: names.get(row.claimantId) ?? "已不在册" },
      ...{ state: row.state as ClaimState, claimedAt: row.claimedAt, approvedAt: row.approvedAt, dueOn: row.dueOn },
      ...{ completion: row.completion, reason: row.reason, pointsAwarded: row.pointsAwarded, notes: row.notes },
      ...{ title: project.title, kind: project.kind as ProjectKind, area: project.area, station: project.station.name },
      thanks: row.state === "confirmed" ? project.thanks : "",
      ahead: row.state === "waiting" ? await countAhead(row) : 0,
    })),
  );
}

/** How many have the place or wait before this one. */
function countAhead({ projectId, ticket }: { projectId: string; ticket: number }): Promise<number> {
  const alive = { in: ["waiting", "held", "approved", "done"] };
  return db().projectClaim.count({ where: { projectId, state: alive, ticket: { lt: ticket } } });
}

const MOST = 100;

/** The claims of a person and of the places they speak for: what is alive first, the newest first. */
export async function listOwnClaims(own: OwnScope, now: Date): Promise<Claim[]> {
  const places = await listOwnPlaces(own, now);
  const rows = await db().projectClaim.findMany({
    where: {
      OR: [
        { claimantKind: "member", claimantId: own.memberId },
        { claimantKind: { not: "member" }, claimantId: { in: places } },
      ],
    },
    orderBy: [{ claimedAt: "desc" }, { id: "desc" }],
    take: MOST,
    include: WITH,
  });
  return aliveFirst(await toClaims(rows));
}

/** The claims in the name of a branch or an organisation: what is alive first, the newest first. */
export async function listPlaceClaims(scope: BranchScope | OrganisationScope): Promise<Claim[]> {
  const claimant =
    "branchId" in scope
      ? { claimantKind: "branch", claimantId: scope.branchId }
      : { claimantKind: "organisation", claimantId: scope.organisationId };
  const rows = await db().projectClaim.findMany({
    where: claimant,
    orderBy: [{ claimedAt: "desc" }, { id: "desc" }],
    take: MOST,
    include: WITH,
  });
  return aliveFirst(await toClaims(rows));
}

const aliveFirst = (claims: readonly Claim[]): Claim[] => [
  ...claims.filter(isAliveClaim),
  ...claims.filter((claim) => !isAliveClaim(claim)),
];

const isAliveClaim = ({ state }: Claim): boolean => ["waiting", "held", "approved", "done"].includes(state);

/** A claim, for whoever may act for its claimant today; null for everybody else. */
export async function findOwnClaim(own: OwnScope, id: string, now: Date): Promise<Claim | null> {
  const row = await db().projectClaim.findUnique({ where: { id }, include: WITH });
  if (!row) return null;
  const claimant = { kind: row.claimantKind as ClaimantKind, id: row.claimantId };
  if (!(await speaksFor(own, claimant, now))) return null;
  const [claim] = await toClaims([row]);
  return claim ?? null;
}

/** All claims on a project of the scope, in the order in which they came. */
export async function listClaimsOn({ stationId }: ZoneScope, projectId: string): Promise<Claim[]> {
  const rows = await db().projectClaim.findMany({
    where: { projectId, ...(stationId === null ? {} : { project: { stationId } }) },
    orderBy: { ticket: "asc" },
    include: WITH,
  });
  return toClaims(rows);
}

type StationResource = Extract<Resource, { kind: "station" }>;

/** The station of a claim's project, as the permission table sees it, and the project; null when there is none. */
export async function findClaimStation(id: string): Promise<{ resource: StationResource; projectId: string } | null> {
  const row = await db().projectClaim.findUnique({
    where: { id },
    select: { projectId: true, project: { select: { stationId: true } } },
  });
  return row && { projectId: row.projectId, resource: { kind: "station", stationId: row.project.stationId } };
}

/** Who looked at the contact of a project, and when; the latest first. */
export async function listLooks(projectId: string): Promise<{ name: string; at: Date }[]> {
  const rows = await db().auditEntry.findMany({
    where: { action: "project.contact.look", subjectId: projectId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 20,
    select: { actorId: true, at: true },
  });
  const ids = rows.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
  const people = await db().member.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ actorId, at }) => ({ name: names.get(actorId ?? "") ?? "已不在册", at }));
}
