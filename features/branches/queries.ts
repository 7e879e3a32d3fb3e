import type { Resource } from "@/domain/access/types";
import { organisationKey } from "@/domain/people/organisation";
import { NAMES_TOLD, type Remaining } from "@/domain/people/remaining";
import { covering } from "@/features/access/queries";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { placeInitials } from "@/features/organisations/queries";
import { db, type Tx } from "@/lib/db";
import { selectRows } from "@/lib/db/prepared";
import type { BranchFilter } from "./schema";
import { editValues } from "./view";

export async function findBranchName(scope: BranchScope): Promise<string> {
  return (await db().branch.findUniqueOrThrow({ where: { id: scope.branchId }, select: { name: true } })).name;
}

export type BranchRow = { id: string; name: string; stationId: string };

/** All open branches in order of name, for choosing one. */
export function listBranches(): Promise<BranchRow[]> {
  return db().branch.findMany({
    where: { state: "active" },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, stationId: true },
  });
}

/** The branch as the permission table sees it; null when there is none. */
export async function findBranchResource(id: string): Promise<Extract<Resource, { kind: "branch" }> | null> {
  const row = await db().branch.findUnique({
    where: { id },
    select: { stationId: true, hostOrganisationId: true },
  });
  return row ? { kind: "branch", branchId: id, ...row } : null;
}

const within = (scope: ZoneScope) => (scope.stationId === null ? {} : { stationId: scope.stationId });

const PAGE_LENGTH = 50;

const FACTS = {
  ...{ id: true, name: true, kind: true, state: true, version: true, stationId: true, hostOrganisationId: true },
  ...{ station: { select: { name: true } }, hostOrganisation: { select: { name: true } } },
} as const;

export type Branch = {
  id: string;
  name: string;
  kind: string;
  state: string;
  version: number;
  stationId: string;
  hostOrganisationId: string | null;
  station: { name: string };
  hostOrganisation: { name: string } | null;
};

export type ListedBranch = Branch & {
  /** Full and probationary members who belong to it today. */
  members: number;
  secretaries: string[];
  /** Applications that nobody has decided about. */
  applications: number;
};

export type BranchList = { total: number; page: number; pages: number; rows: ListedBranch[] };

const READING = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

/** The branches of the scope whom the filter fits, fifty a page, in the order of their names' readings. */
export async function findBranches(scope: ZoneScope, filter: BranchFilter, today: string): Promise<BranchList> {
  const all = await db().branch.findMany({
    where: {
      ...(filter.stationId === "" ? {} : { stationId: filter.stationId }),
      AND: within(scope),
      ...(filter.kind === "" ? {} : { kind: filter.kind }),
      ...(filter.state === "all" ? {} : { state: filter.state === "closed" ? "closed" : "active" }),
      ...(filter.state === "waiting" ? { applications: { some: { state: "open" } } } : {}),
    },
    select: FACTS,
  });
  const typed = organisationKey(filter.q);
  const found = all
    .filter(
      (row) => typed === "" || organisationKey(row.name).includes(typed) || placeInitials(row.name).includes(typed),
    )
    .sort((a, b) => READING.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_LENGTH));
  const page = Math.min(filter.page, pages);
  const shown = found.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH);
  const ids = shown.map((row) => row.id);
  const [members, secretaries, applications] = await Promise.all([
    countMembers(today),
    listSecretaries(ids, today),
    countApplications(ids),
  ]);
  const rows = shown.map((row) => ({
    ...row,
    ...{ members: members.get(row.id) ?? 0, applications: applications.get(row.id) ?? 0 },
    secretaries: secretaries.filter((grant) => grant.scopeId === row.id).map((grant) => grant.member.name),
  }));
  return { total: found.length, page, pages, rows };
}

/** Asked for whole pages of branches, hence plain SQL: who belongs where today, apart from those who left. */
const BELONGS = `FROM membership s JOIN member m ON m.id = s.member_id AND m.state <> 'left'`;
const TODAY = "s.since <= ? AND (s.until IS NULL OR s.until >= ?)";

async function countMembers(today: string): Promise<Map<string, number>> {
  const sql = `SELECT s.branch_id AS id, COUNT(*) AS people ${BELONGS}
    WHERE ${TODAY} AND m.standing IN ('full', 'probationary') GROUP BY s.branch_id`;
  return counted(await selectRows<Counted>(sql, [today, today]));
}

/** A count is a number on SQLite and a big integer on PostgreSQL. */
type Counted = { id: string | null; people: number | bigint };

function counted(rows: readonly Counted[]): Map<string, number> {
  return new Map(rows.map((row) => [row.id ?? "", Number(row.people)]));
}

async function countApplications(ids: string[]): Promise<Map<string, number>> {
  const rows = await db().application.groupBy({
    by: ["branchId"],
    where: { branchId: { in: ids }, state: "open" },
    _count: true,
  });
  return new Map(rows.map((row) => [row.branchId, row._count]));
}

function listSecretaries(ids: string[], today: string) {
  return db().roleGrant.findMany({
    where: {
      ...{ role: "branch-secretary", scopeKind: "branch", scopeId: { in: ids }, revokedAt: null },
      ...{ ...covering(today), member: { state: { not: "left" } } },
    },
    orderBy: { since: "asc" },
    select: { scopeId: true, member: { select: { name: true } } },
  });
}

/** The facts of one branch; null when there is none in the scope. */
export function findBranch(scope: ZoneScope, id: string): Promise<Branch | null> {
  return db().branch.findFirst({ where: { id, ...within(scope) }, select: FACTS });
}

/** What a form that edits the branch stands on; null when there is none. */
export async function findEditValues(
  id: string,
): Promise<{ version: number; values: ReturnType<typeof editValues> } | null> {
  const row = await db().branch.findUnique({ where: { id } });
  return row && { version: row.version, values: editValues(row) };
}

/** How many people belong to it today, by standing. */
export async function countStandings(branchId: string, today: string): Promise<Map<string, number>> {
  const sql = `SELECT m.standing AS id, COUNT(*) AS people ${BELONGS}
    WHERE s.branch_id = ? AND ${TODAY} GROUP BY m.standing`;
  return counted(await selectRows<Counted>(sql, [branchId, today, today]));
}

export type EmployerOfBranch = { id: string; name: string; people: number };

/** The organisations where its people work today, most people first; `without` counts those who work for none. */
export async function listEmployersOf(
  branchId: string,
  today: string,
): Promise<{ employers: EmployerOfBranch[]; without: number }> {
  const sql = `SELECT e.organisation_id AS id, COUNT(*) AS people ${BELONGS}
    LEFT JOIN employment e ON e.member_id = s.member_id AND e.since <= ? AND (e.until IS NULL OR e.until >= ?)
    WHERE s.branch_id = ? AND ${TODAY} GROUP BY e.organisation_id`;
  const people = counted(await selectRows<Counted>(sql, [today, today, branchId, today, today]));
  const rows = await db().organisation.findMany({
    where: { id: { in: [...people.keys()] } },
    select: { id: true, name: true },
  });
  const employers = rows.map((row) => ({ ...row, people: people.get(row.id) ?? 0 }));
  return {
    employers: employers.sort((a, b) => b.people - a.people || READING.compare(a.name, b.name)),
    without: people.get("") ?? 0,
  };
}

/** What keeps a branch from being closed: its people, people in office over it, moves to it, applications. */
export async function findRemaining(tx: Tx, branchId: string, today: string): Promise<Remaining[]> {
  const lasting = { OR: [{ until: null }, { until: { gte: today } }] };
  const people = { state: { not: "left" }, memberships: { some: { branchId, ...lasting } } };
  const named = { orderBy: { name: "asc" }, take: NAMES_TOLD, select: { name: true } } as const;
  const inOffice = { scopeKind: "branch", scopeId: branchId, revokedAt: null, ...lasting };
  const holders = await tx.roleGrant.findMany({
    where: { ...inOffice, member: { state: { not: "left" } } },
    select: { member: { select: { name: true } } },
  });
  const moves = { kind: "membership", toId: branchId, state: "open" };
  return [
    {
      ...{ what: "党员和其他人员", unit: "名", count: await tx.member.count({ where: people }) },
      names: (await tx.member.findMany({ where: people, ...named })).map((row) => row.name),
    },
    { what: "任期内的职责", unit: "项", count: holders.length, names: holders.map(({ member }) => member.name) },
    { what: "没有办完的转入", unit: "件", count: await tx.transfer.count({ where: moves }), names: [] },
    {
      ...{ what: "没有答复的申请", unit: "份", names: [] },
      count: await tx.application.count({ where: { branchId, state: "open" } }),
    },
  ];
}
