import type { Resource } from "@/domain/access/types";
import { initialsOf } from "@/domain/people/initials";
import { NAMES_TOLD, type Remaining } from "@/domain/people/remaining";
import { covering } from "@/features/access/queries";
import type { ZoneScope } from "@/features/access/types";
import { BoundedMap } from "@/lib/bounded-map";
import { db, type Tx } from "@/lib/db";
import { singleton } from "@/lib/singleton";
import type { OrganisationFilter } from "./schema";
import { editValues, isMeant } from "./view";

export type OrganisationRow = { id: string; name: string; shortCode: string; stationId: string };

const CHOICE = { id: true, name: true, shortCode: true, stationId: true } as const;
const SHORT_CODES = [{ shortCode: "asc" as const }];

/** All open organisations in order of their short codes, for choosing one. */
export function listOrganisations(): Promise<OrganisationRow[]> {
  return db().organisation.findMany({ where: { state: "active" }, orderBy: SHORT_CODES, select: CHOICE });
}

/** The open organisations of the scope, for choosing one. */
export function listOrganisationChoices(scope: ZoneScope): Promise<OrganisationRow[]> {
  const where = { state: "active", ...within(scope) };
  return db().organisation.findMany({ where, orderBy: SHORT_CODES, select: CHOICE });
}

/** The organisation as the permission table sees it; null when there is none. */
export async function findOrganisationResource(
  id: string,
): Promise<Extract<Resource, { kind: "organisation" }> | null> {
  const row = await db().organisation.findUnique({ where: { id }, select: { stationId: true } });
  return row ? { kind: "organisation", organisationId: id, stationId: row.stationId } : null;
}

const within = (scope: ZoneScope) => (scope.stationId === null ? {} : { stationId: scope.stationId });

export const PAGE_LENGTH = 50;

export type RegisterRow = {
  id: string;
  name: string;
  kind: string;
  shortCode: string;
  state: string;
  station: string;
  /** Full and probationary members who work there today. */
  members: number;
  /** Names of the open branches it hosts. */
  hosted: string[];
  /** Whether somebody who works there belongs to a branch today, its own or another's. */
  hasMembersInBranch: boolean;
};

export type Register = { total: number; page: number; pages: number; rows: RegisterRow[] };

const READING = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

/** The organisations of the scope whom the filter fits, fifty a page, in the order of their names' readings. */
export async function listRegister(scope: ZoneScope, filter: OrganisationFilter, today: string): Promise<Register> {
  const all = await db().organisation.findMany({
    where: {
      ...(filter.stationId === "" ? {} : { stationId: filter.stationId }),
      AND: within(scope),
      ...(filter.kind === "" ? {} : { kind: filter.kind }),
      ...(filter.state === "all" ? {} : { state: filter.state === "closed" ? "closed" : "active" }),
    },
    select: {
      ...CHOICE,
      nameKey: true,
      creditCode: true,
      kind: true,
      state: true,
      station: { select: { name: true } },
    },
  });
  const withBranch = filter.branch === "" ? null : await findWithBranch(today, null);
  const found = all
    .filter((row) => isMeant(row, filter.q, initials))
    .filter((row) => withBranch === null || withBranch.has(row.id) === (filter.branch === "with"))
    .sort((a, b) => READING.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_LENGTH));
  const page = Math.min(filter.page, pages);
  const shown = found.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH);
  const ids = shown.map((row) => row.id);
  const [members, hosted, belonging] = await Promise.all([
    countMembers(ids, today),
    listHosted(ids),
    findWithBranch(today, ids),
  ]);
  const rows = shown.map(({ id, name, kind, shortCode, state, station }) => ({
    ...{ id, name, kind, shortCode, state, station: station.name },
    members: members.get(id) ?? 0,
    hosted: hosted.filter((branch) => branch.hostOrganisationId === id).map((branch) => branch.name),
    hasMembersInBranch: belonging.has(id),
  }));
  return { total: found.length, page, pages, rows };
}

/** Readings never change, so they are kept; reading hundreds of names anew would take longer than the page. */
function initials(name: string): string {
  const kept = singleton("initials-of-places", () => new BoundedMap<string, string>(5_000));
  const known = kept.get(name);
  if (known !== undefined) return known;
  const letters = initialsOf(name, "place");
  kept.set(name, letters);
  return letters;
}

/** Those that host an open branch, or one of whose people belongs to one today; among all, or among those given. */
async function findWithBranch(today: string, ids: string[] | null): Promise<Set<string>> {
  const among = ids === null ? {} : { organisationId: { in: ids } };
  const inBranch = { memberships: { some: { ...covering(today), branch: { state: "active" } } } };
  const belonging = await db().employment.groupBy({
    by: ["organisationId"],
    where: { ...among, ...covering(today), member: { state: { not: "left" }, ...inBranch } },
  });
  const hosts = ids === null ? await listHosted(null) : [];
  return new Set([...belonging.map((row) => row.organisationId), ...hosts.map((row) => row.hostOrganisationId ?? "")]);
}

function listHosted(ids: string[] | null): Promise<{ name: string; hostOrganisationId: string | null }[]> {
  return db().branch.findMany({
    where: { state: "active", hostOrganisationId: ids === null ? { not: null } : { in: ids } },
    orderBy: { name: "asc" },
    select: { name: true, hostOrganisationId: true },
  });
}

async function countMembers(ids: string[], today: string): Promise<Map<string, number>> {
  const member = { state: { not: "left" }, standing: { in: ["full", "probationary"] } };
  const counts = await db().employment.groupBy({
    by: ["organisationId"],
    where: { organisationId: { in: ids }, ...covering(today), member },
    _count: { _all: true },
  });
  return new Map(counts.map((row) => [row.organisationId, row._count._all]));
}

export type Organisation = {
  id: string;
  kind: string;
  name: string;
  shortCode: string;
  creditCode: string | null;
  stationId: string;
  state: string;
  version: number;
  station: { name: string };
  formerCodes: { code: string }[];
};

/** The facts of one organisation; null when there is none in the scope. */
export function findOrganisation(scope: ZoneScope, id: string): Promise<Organisation | null> {
  return db().organisation.findFirst({
    where: { id, ...within(scope) },
    select: {
      ...CHOICE,
      ...{ kind: true, creditCode: true, state: true, version: true, station: { select: { name: true } } },
      formerCodes: { select: { code: true }, orderBy: { endedAt: "desc" } },
    },
  });
}

/** What a form that edits the organisation stands on; null when there is none. */
export async function findEditValues(
  id: string,
): Promise<{ version: number; values: ReturnType<typeof editValues> } | null> {
  const row = await db().organisation.findUnique({ where: { id } });
  return row && { version: row.version, values: editValues(row) };
}

/** How many people work there today, by standing. */
export async function countStandings(organisationId: string, today: string): Promise<Map<string, number>> {
  const counts = await db().member.groupBy({
    by: ["standing"],
    where: { state: { not: "left" }, employments: { some: { organisationId, ...covering(today) } } },
    _count: { _all: true },
  });
  return new Map(counts.map((row) => [row.standing, row._count._all]));
}

export type BranchOfOrganisation = {
  id: string;
  name: string;
  state: string;
  isHosted: boolean;
  /** How many of the organisation's people belong to it today. */
  people: number;
};

/** The branches that the organisation hosts, closed ones as well, and those to which its people belong today. */
export async function listBranchesOf(organisationId: string, today: string): Promise<BranchOfOrganisation[]> {
  const works = { state: { not: "left" }, employments: { some: { organisationId, ...covering(today) } } };
  const counts = await db().membership.groupBy({
    by: ["branchId"],
    where: { ...covering(today), member: works },
    _count: { _all: true },
  });
  const people = new Map(counts.map((row) => [row.branchId, row._count._all]));
  const rows = await db().branch.findMany({
    where: { OR: [{ hostOrganisationId: organisationId }, { id: { in: [...people.keys()] } }] },
    orderBy: [{ state: "asc" }, { name: "asc" }],
    select: { id: true, name: true, state: true, hostOrganisationId: true },
  });
  return rows.map(({ hostOrganisationId, ...row }) => ({
    ...row,
    isHosted: hostOrganisationId === organisationId,
    people: people.get(row.id) ?? 0,
  }));
}

/** What keeps an organisation from being closed: people, open branches, people in office over it, moves to it. */
export async function findRemaining(tx: Tx, organisationId: string, today: string): Promise<Remaining[]> {
  const lasting = { OR: [{ until: null }, { until: { gte: today } }] };
  const some = { orderBy: { name: "asc" }, take: NAMES_TOLD, select: { name: true } } as const;
  const people = { state: { not: "left" }, employments: { some: { organisationId, ...lasting } } };
  const hosted = { hostOrganisationId: organisationId, state: "active" };
  const inOffice = { scopeKind: "organisation", scopeId: organisationId, revokedAt: null, ...lasting };
  const moves = { kind: "employment", toId: organisationId, state: "open" };
  const names = (rows: { name: string }[]) => rows.map((row) => row.name);
  const holders = await tx.roleGrant.findMany({
    where: { ...inOffice, member: { state: { not: "left" } } },
    select: { member: { select: { name: true } } },
  });
  return [
    {
      ...{ what: "在这里工作的人", unit: "名", count: await tx.member.count({ where: people }) },
      names: names(await tx.member.findMany({ where: people, ...some })),
    },
    {
      ...{ what: "设在这里的支部", unit: "个", count: await tx.branch.count({ where: hosted }) },
      names: names(await tx.branch.findMany({ where: hosted, ...some })),
    },
    { what: "任期内的职责", unit: "项", count: holders.length, names: holders.map(({ member }) => member.name) },
    { what: "没有办完的转入", unit: "件", count: await tx.transfer.count({ where: moves }), names: [] },
  ];
}
