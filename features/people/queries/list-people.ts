import { businessDateOf } from "@/domain/calendar/shanghai";
import type { MemberState, Resource, Role } from "@/domain/access/types";
import { initialsOf, parseInitials } from "@/domain/people/initials";
import { normaliseName } from "@/domain/people/name";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { loginKeyOf } from "@/features/members/queries";
import { BoundedMap } from "@/lib/bounded-map";
import { db } from "@/lib/db";
import { selectRows, type SqlValue } from "@/lib/db/prepared";
import { singleton } from "@/lib/singleton";
import type { PeopleFilter } from "../schema";
import { NOWHERE } from "../view";

const PAGE_LENGTH = 50;

export type ListedPerson = {
  id: string;
  name: string;
  standing: string;
  state: MemberState;
  roles: Role[];
  branch: string | null;
  organisation: string | null;
  resource: Extract<Resource, { kind: "member" }>;
};

export type PeopleList = { total: number; page: number; pages: number; rows: ListedPerson[] };

/**
 * Everybody with where they belong and work on a day; whoever left, with where they were on their last day. The station is
 * the branch's, and without one the employer's.
 */
const FROM = `FROM member m
  LEFT JOIN membership s ON s.member_id = m.id AND s.since <= COALESCE(m.left_on, ?)
    AND (s.until IS NULL OR s.until >= COALESCE(m.left_on, ?))
  LEFT JOIN branch b ON b.id = s.branch_id
  LEFT JOIN employment e ON e.member_id = m.id AND e.since <= COALESCE(m.left_on, ?)
    AND (e.until IS NULL OR e.until >= COALESCE(m.left_on, ?))
  LEFT JOIN organisation o ON o.id = e.organisation_id`;

const HOLDS = `SELECT 1 FROM role_grant g WHERE g.member_id = m.id AND g.revoked_at IS NULL
  AND g.since <= ? AND (g.until IS NULL OR g.until >= ?)`;

type Condition = { sql: string; values: SqlValue[] };

/** The people of the scope whom the filter fits, fifty a page, in the order of their names' readings. */
export async function listPeople(scope: BranchScope | ZoneScope, filter: PeopleFilter, now: Date): Promise<PeopleList> {
  const today = businessDateOf(now);
  const found = await findFitting(scope, filter, today);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_LENGTH));
  const page = Math.min(filter.page, pages);
  const ids = found.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH).map((row) => row.id);
  return { total: found.length, page, pages, rows: await describe(ids, today) };
}

type Named = { id: string; name: string };

async function findFitting(scope: BranchScope | ZoneScope, filter: PeopleFilter, today: string): Promise<Named[]> {
  const conditions = [...within(scope), ...chosen(filter, today)];
  const letters = parseInitials(filter.q);
  const loginKey = filter.q === "" ? null : loginKeyOf(filter.q);
  if (loginKey !== null) {
    const sql = "EXISTS (SELECT 1 FROM login l WHERE l.member_id = m.id AND l.hash = ?)";
    conditions.push({ sql, values: [loginKey] });
  } else if (letters === null && filter.q !== "") {
    const name = normaliseName(filter.q);
    conditions.push({ sql: "substr(m.name, 1, ?) = ?", values: [[...name].length, name] });
  }
  const where = conditions.map((condition) => `(${condition.sql})`).join(" AND ");
  const values = [today, today, today, today, ...conditions.flatMap((condition) => condition.values)];
  const rows = await selectRows<Named>(`SELECT m.id, m.name ${FROM} WHERE ${where}`, values);
  const fitting =
    loginKey === null && letters !== null ? rows.filter((row) => initials(row.name).includes(letters)) : rows;
  return fitting.sort(byReading);
}

/** Readings never change, so they are kept; reading a few thousand names anew would take longer than the page. */
function initials(name: string): string {
  const kept = singleton("initials-of-people", () => new BoundedMap<string, string>(20_000));
  const known = kept.get(name);
  if (known !== undefined) return known;
  const letters = initialsOf(name, "person");
  kept.set(name, letters);
  return letters;
}

const READING = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

function byReading(a: Named, b: Named): number {
  return READING.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

function within(scope: BranchScope | ZoneScope): Condition[] {
  if ("branchId" in scope) return [{ sql: "s.branch_id = ? AND m.state <> 'left'", values: [scope.branchId] }];
  if (scope.stationId === null) return [];
  return [{ sql: "COALESCE(b.station_id, o.station_id) = ?", values: [scope.stationId] }];
}

function chosen(filter: PeopleFilter, today: string): Condition[] {
  const same: [string, string][] = [
    ["COALESCE(b.station_id, o.station_id)", filter.stationId],
    ["e.organisation_id", filter.organisationId],
    ["s.branch_id", filter.branchId],
    ["m.standing", filter.standing],
  ];
  const conditions = same
    .filter(([, value]) => value !== "")
    .map(([what, value]) =>
      value === NOWHERE ? { sql: `${what} IS NULL`, values: [] } : { sql: `${what} = ?`, values: [value] },
    );
  return [...conditions, ...stateOf(filter), ...roleOf(filter.role, today)];
}

/** Those who left are shown when they are asked for: also by a whole login, which means one person. */
function stateOf({ state, q }: PeopleFilter): Condition[] {
  if (state !== "") return [{ sql: "m.state = ?", values: [state] }];
  return q !== "" && loginKeyOf(q) !== null ? [] : [{ sql: "m.state <> 'left'", values: [] }];
}

function roleOf(role: string, today: string): Condition[] {
  if (role === "") return [];
  if (role === "any") return [{ sql: `EXISTS (${HOLDS})`, values: [today, today] }];
  if (role === "none") return [{ sql: `NOT EXISTS (${HOLDS})`, values: [today, today] }];
  return [{ sql: `EXISTS (${HOLDS} AND g.role = ?)`, values: [today, today, role] }];
}

type DescribedRow = {
  id: string;
  name: string;
  standing: string;
  state: MemberState;
  branch_id: string | null;
  branch: string | null;
  organisation_id: string | null;
  organisation: string | null;
  station_id: string | null;
};

const COLUMNS = `m.id, m.name, m.standing, m.state, b.id AS branch_id, b.name AS branch, o.id AS organisation_id,
  o.name AS organisation, COALESCE(b.station_id, o.station_id) AS station_id`;

async function describe(ids: readonly string[], today: string): Promise<ListedPerson[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => "?").join(", ");
  const [rows, grants] = await Promise.all([
    selectRows<DescribedRow>(`SELECT ${COLUMNS} ${FROM} WHERE m.id IN (${marks})`, [
      ...[today, today, today, today],
      ...ids,
    ]),
    db().roleGrant.findMany({
      where: { memberId: { in: [...ids] }, revokedAt: null, OR: [{ until: null }, { until: { gte: today } }] },
      select: { memberId: true, role: true, since: true },
      orderBy: { id: "asc" },
    }),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const own = grants.filter((grant) => grant.memberId === id);
    const inForce = own.filter((grant) => grant.since <= today);
    return row ? [listed(row, { roles: rolesOf(inForce), held: rolesOf(own) })] : [];
  });
}

const rolesOf = (grants: readonly { role: string }[]): Role[] => [...new Set(grants.map(({ role }) => role as Role))];

/** `roles` are shown; for what may be done about the person, those to come count as well. */
function listed(row: DescribedRow, { roles, held }: { roles: Role[]; held: Role[] }): ListedPerson {
  const { id, name, standing, state, branch, organisation } = row;
  const at = { branchId: row.branch_id, organisationId: row.organisation_id, stationId: row.station_id };
  return {
    id,
    name,
    standing,
    state,
    roles,
    branch,
    organisation,
    resource: { kind: "member", memberId: id, roles: held, ...at },
  };
}
