import type { Resource } from "@/domain/access/types";
import { initialsOf } from "@/domain/people/initials";
import { NAMES_TOLD, type Remaining } from "@/domain/people/remaining";
import type { ZoneScope } from "@/features/access/types";
import { BoundedMap } from "@/lib/bounded-map";
import { db, type Tx } from "@/lib/db";
import { selectRows } from "@/lib/db/prepared";
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

const PAGE_LENGTH = 50;

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
  const [members, hosted, belonging, former] = await Promise.all([
    countMembers(today),
    listHosted(),
    findWithBelonging(today),
    listFormerCodes(),
  ]);
  const hasBranch = (id: string) => hosted.has(id) || belonging.has(id);
  const found = all
    .filter((row) => isMeant({ ...row, formerCodes: former.get(row.id) ?? [] }, filter.q, placeInitials))
    .filter((row) => filter.branch === "" || hasBranch(row.id) === (filter.branch === "with"))
    .sort((a, b) => READING.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_LENGTH));
  const page = Math.min(filter.page, pages);
  const shown = found.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH);
  const rows = shown.map(({ id, name, kind, shortCode, state, station }) => ({
    ...{ id, name, kind, shortCode, state, station: station.name },
    members: members.get(id) ?? 0,
    hosted: hosted.get(id) ?? [],
    hasMembersInBranch: belonging.has(id),
  }));
  return { total: found.length, page, pages, rows };
}

/** Former short codes of the organisations that have any, by organisation. */
export async function listFormerCodes(): Promise<ReadonlyMap<string, readonly string[]>> {
  const codes = new Map<string, string[]>();
  for (const { code, organisationId } of await db().formerShortCode.findMany()) {
    codes.set(organisationId, [...(codes.get(organisationId) ?? []), code]);
  }
  return codes;
}

/** Readings never change, so they are kept; reading hundreds of names anew would take longer than the page. */
export function placeInitials(name: string): string {
  const kept = singleton("initials-of-places", () => new BoundedMap<string, string>(5_000));
  const known = kept.get(name);
  if (known !== undefined) return known;
  const letters = initialsOf(name, "place");
  kept.set(name, letters);
  return letters;
}

/** Asked for whole pages of the register, hence plain SQL: who works where today, apart from those who left. */
const WORKS = `FROM employment e JOIN member m ON m.id = e.member_id AND m.state <> 'left'`;
const TODAY = "e.since <= ? AND (e.until IS NULL OR e.until >= ?)";
const BELONGS = "JOIN membership s ON s.member_id = e.member_id AND s.since <= ? AND (s.until IS NULL OR s.until >= ?)";

/** Organisations of which somebody belongs to an open branch today. */
async function findWithBelonging(today: string): Promise<Set<string>> {
  const sql = `SELECT DISTINCT e.organisation_id AS id ${WORKS} ${BELONGS}
    JOIN branch b ON b.id = s.branch_id AND b.state = 'active' WHERE ${TODAY}`;
  const rows = await selectRows<{ id: string }>(sql, [today, today, today, today]);
  return new Set(rows.map((row) => row.id));
}

/** Names of the open branches by the organisation that hosts them. */
async function listHosted(): Promise<Map<string, string[]>> {
  const branches = await db().branch.findMany({
    where: { state: "active", hostOrganisationId: { not: null } },
    orderBy: { name: "asc" },
    select: { name: true, hostOrganisationId: true },
  });
  const names = new Map<string, string[]>();
  for (const { name, hostOrganisationId } of branches) {
    const id = hostOrganisationId ?? "";
    names.set(id, [...(names.get(id) ?? []), name]);
  }
  return names;
}

async function countMembers(today: string): Promise<Map<string, number>> {
  const sql = `SELECT e.organisation_id AS id, COUNT(*) AS people ${WORKS}
    WHERE ${TODAY} AND m.standing IN ('full', 'probationary') GROUP BY e.organisation_id`;
  return counted(await selectRows<Counted>(sql, [today, today]));
}

/** A count is a number on SQLite and a big integer on PostgreSQL. */
type Counted = { id: string; people: number | bigint };

function counted(rows: readonly Counted[]): Map<string, number> {
  return new Map(rows.map((row) => [row.id, Number(row.people)]));
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
  const sql = `SELECT m.standing AS id, COUNT(*) AS people ${WORKS}
    WHERE e.organisation_id = ? AND ${TODAY} GROUP BY m.standing`;
  return counted(await selectRows<Counted>(sql, [organisationId, today, today]));
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
  const sql = `SELECT s.branch_id AS id, COUNT(*) AS people ${WORKS} ${BELONGS}
    WHERE e.organisation_id = ? AND ${TODAY} GROUP BY s.branch_id`;
  const people = counted(await selectRows<Counted>(sql, [today, today, organisationId, today, today]));
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
