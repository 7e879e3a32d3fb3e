import { ROLE_LABELS } from "@/domain/access/role-labels";
import type { Actor, Resource, Role, ScopeKind } from "@/domain/access/types";
import { formatFull } from "@/domain/calendar/labels";
import { addDays } from "@/domain/calendar/plain-date";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { findBranchResource } from "@/features/branches/queries";
import { findOrganisationResource } from "@/features/organisations/queries";
import { db, type Prisma } from "@/lib/db";
import type { ShownLapse } from "./types";
import { mayManage, proposedUntil } from "./view";

/** How long before its last day a term is warned of. */
const WARNING_DAYS = 14;

export type GrantRow = {
  id: string;
  memberId: string;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string;
  since: string;
  until: string | null;
  revoked: boolean;
};

export async function findGrant(id: string): Promise<GrantRow | null> {
  const row = await db().roleGrant.findUnique({ where: { id } });
  if (!row) return null;
  const { memberId, scopeId, since, until, revokedAt } = row;
  const [role, scopeKind] = [row.role as Role, row.scopeKind as ScopeKind];
  return { id, memberId, role, scopeKind, scopeId, since, until, revoked: revokedAt !== null };
}

/** The place of a role as the permission table sees it; null when there is none. */
export async function findScopeResource(kind: ScopeKind, id: string): Promise<Resource | null> {
  switch (kind) {
    case "zone":
      return id === "" ? { kind: "zone" } : null;
    case "station":
      return (await db().station.count({ where: { id } })) === 1 ? { kind: "station", stationId: id } : null;
    case "organisation":
      return findOrganisationResource(id);
    case "branch":
      return findBranchResource(id);
  }
}

export type LapsingTerm = {
  grantId: string;
  memberId: string;
  name: string;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string;
  scope: string;
  until: string;
};

/** Grants whose last day lies within the warning, of people who are here. */
export function lapsing(today: string): Prisma.RoleGrantWhereInput {
  return {
    revokedAt: null,
    until: { gte: today, lte: addDays(today, WARNING_DAYS) },
    member: { state: { not: "left" } },
  };
}

const MANY = 100;

/** Terms of the scope that end within two weeks, the first to end in front. */
export async function listLapsingTerms(scope: BranchScope | ZoneScope, today: string): Promise<LapsingTerm[]> {
  const rows = await db().roleGrant.findMany({
    where: { ...lapsing(today), ...(await over(scope)) },
    orderBy: [{ until: "asc" }, { id: "asc" }],
    take: MANY,
    include: { member: { select: { name: true } } },
  });
  const names = await findScopeNames(rows);
  return rows.map((row) => lapsingTerm(row, scopeName(names, row)));
}

type LapsingRow = {
  id: string;
  memberId: string;
  role: string;
  scopeKind: string;
  scopeId: string;
  until: string | null;
};

export function lapsingTerm(row: LapsingRow & { member: { name: string } }, scope: string): LapsingTerm {
  const { id, memberId, scopeId, until, member } = row;
  const [role, scopeKind] = [row.role as Role, row.scopeKind as ScopeKind];
  return { grantId: id, memberId, name: member.name, role, scopeKind, scopeId, scope, until: until ?? "" };
}

/** Of roles over the branch; or over the station and what belongs to it; or over anything. */
async function over(scope: BranchScope | ZoneScope): Promise<Prisma.RoleGrantWhereInput> {
  if ("branchId" in scope) return { scopeKind: "branch", scopeId: scope.branchId };
  const { stationId } = scope;
  if (stationId === null) return {};
  const asked = { where: { stationId }, select: { id: true } } as const;
  const [organisations, branches] = await Promise.all([db().organisation.findMany(asked), db().branch.findMany(asked)]);
  const ids = [stationId, ...organisations.map((row) => row.id), ...branches.map((row) => row.id)];
  return { scopeId: { in: ids } };
}

type Scoped = { scopeKind: string; scopeId: string };

/** Names of the places that roles are held over. */
export async function findScopeNames(grants: readonly Scoped[]): Promise<Map<string, string>> {
  const of = (kind: string) => {
    const ids = grants.filter((grant) => grant.scopeKind === kind).map((grant) => grant.scopeId);
    return { where: { id: { in: ids } }, select: { id: true, name: true } };
  };
  if (grants.length === 0) return new Map();
  const found = await Promise.all([
    db().station.findMany(of("station")),
    db().organisation.findMany(of("organisation")),
    db().branch.findMany(of("branch")),
  ]);
  return new Map(found.flat().map((place) => [place.id, place.name]));
}

export function scopeName(names: ReadonlyMap<string, string>, { scopeKind, scopeId }: Scoped): string {
  return scopeKind === "zone" ? "全区" : (names.get(scopeId) ?? "已撤销的单位");
}

/** The same as a console shows them, with the renewal for whoever may renew. `path` is where people's pages stand. */
export async function listLapses(input: {
  actor: Actor;
  scope: BranchScope | ZoneScope;
  path: string;
  today: string;
}): Promise<ShownLapse[]> {
  const { actor, scope, path, today } = input;
  const terms = await listLapsingTerms(scope, today);
  return Promise.all(
    terms.map(async (term) => {
      const isManaged = mayManage(actor, term, await findScopeResource(term.scopeKind, term.scopeId));
      return {
        ...{ grantId: term.grantId, name: term.name, href: `${path}/${term.memberId}` },
        ...{ what: `${term.scope}${ROLE_LABELS[term.role]}`, until: formatFull(term.until) },
        renewal: isManaged ? { until: proposedUntil(term.until, today) } : null,
      };
    }),
  );
}
