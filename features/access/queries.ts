import { businessDateOf } from "@/domain/calendar/shanghai";
import { isSessionLive } from "@/domain/access/session";
import { grantsInForce } from "@/domain/access/terms";
import type { Actor, Grant, MemberState, Role, ScopeKind } from "@/domain/access/types";
import { sha256Hex } from "@/lib/crypto";
import { db, type Prisma, type Tx } from "@/lib/db";
import { selectRows, toDate, toNullableDate, type SqlInstant } from "@/lib/db/prepared";

/** A signed-in browser whose session is neither revoked nor expired. */
export type SignedIn = {
  sessionId: string;
  memberId: string;
  memberState: MemberState;
  consoleUntil: Date | null;
  activeRoleId: string | null;
};

type SessionRow = {
  member_id: string;
  expires_at: SqlInstant;
  revoked_at: SqlInstant | null;
  console_until: SqlInstant | null;
  active_role_id: string | null;
  state: MemberState;
};

/** Asked at every request, hence plain SQL. */
const SIGNED_IN = `SELECT s.member_id, s.expires_at, s.revoked_at, s.console_until, s.active_role_id, m.state
  FROM session s JOIN member m ON m.id = s.member_id WHERE s.id = ?`;

/** The session with its member, or null when it is revoked, expired, of another member, or the person may not sign in. */
export async function findSignedIn(
  { sessionId, memberId }: { sessionId: string; memberId: string },
  now: Date,
): Promise<SignedIn | null> {
  const [row] = await selectRows<SessionRow>(SIGNED_IN, [sessionId]);
  if (!row || row.member_id !== memberId || row.state !== "active") return null;
  if (!isSessionLive({ expiresAt: toDate(row.expires_at), revokedAt: toNullableDate(row.revoked_at) }, now))
    return null;
  return {
    sessionId,
    memberId,
    memberState: row.state,
    consoleUntil: toNullableDate(row.console_until),
    activeRoleId: row.active_role_id,
  };
}

/** Rows of `employment` and `membership` that cover a plain date. */
export function covering(today: string) {
  return { since: { lte: today }, OR: [{ until: null }, { until: { gte: today } }] };
}

/** People of a station today: that of the branch, and without a branch that of the employer; null for the whole zone. */
export function inStation(stationId: string | null, today: ReturnType<typeof covering>): Prisma.MemberWhereInput {
  if (stationId === null) return {};
  return {
    OR: [
      { memberships: { some: { branch: { stationId }, ...today } } },
      { memberships: { none: today }, employments: { some: { organisation: { stationId }, ...today } } },
    ],
  };
}

/** The person as the permission table sees them today: grants in force, branch and organisation of the day. */
export async function getActor(memberId: string, now: Date): Promise<Actor> {
  const actor = await findActor(memberId, now);
  if (!actor) throw new Error("Nobody has this id.");
  return actor;
}

/** The same; null when nobody has this id. */
export async function findActor(memberId: string, now: Date): Promise<Actor | null> {
  const today = businessDateOf(now);
  const member = await db().member.findUnique({
    where: { id: memberId },
    select: {
      state: true,
      // The one given first is used where none is chosen.
      roles: { orderBy: { id: "asc" } },
      memberships: { where: covering(today), select: { branchId: true }, take: 1 },
      employments: { where: covering(today), select: { organisationId: true }, take: 1 },
    },
  });
  return (
    member && {
      memberId,
      memberState: member.state as MemberState,
      grants: grantsInForce(member.roles.map(toGrant), today),
      branchId: member.memberships[0]?.branchId ?? null,
      organisationId: member.employments[0]?.organisationId ?? null,
    }
  );
}

/** The head of a console: the person's own name, and the place of the grant in use. */
export async function findFrame(memberId: string, grant: Grant): Promise<{ who: string; place: string }> {
  const [{ name: who }, place] = await Promise.all([
    db().member.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } }),
    findScopeName(grant),
  ]);
  return { who, place };
}

async function findScopeName({ scopeKind, scopeId }: Grant): Promise<string> {
  if (scopeKind === "zone") return "全区";
  const where = { where: { id: scopeId }, select: { name: true } } as const;
  const found =
    scopeKind === "station"
      ? await db().station.findUnique(where)
      : scopeKind === "organisation"
        ? await db().organisation.findUnique(where)
        : await db().branch.findUnique(where);
  return found?.name ?? "已撤销的单位";
}

/** Somebody in office over a place today or later. */
export type Holder = {
  id: string;
  role: Role;
  since: string;
  until: string | null;
  memberId: string;
  name: string;
  state: MemberState;
};

/** Who holds a role over one place, from today on; terms that lapsed and roles that were withdrawn are left out. */
export async function listHolders(scopeKind: ScopeKind, scopeId: string, today: string): Promise<Holder[]> {
  const rows = await db().roleGrant.findMany({
    where: {
      ...{ scopeKind, scopeId, revokedAt: null, OR: [{ until: null }, { until: { gte: today } }] },
      member: { state: { not: "left" } },
    },
    orderBy: [{ role: "asc" }, { since: "asc" }],
    select: {
      id: true,
      role: true,
      since: true,
      until: true,
      member: { select: { id: true, name: true, state: true } },
    },
  });
  return rows.map(({ member, role, ...row }) => ({
    ...{ ...row, role: role as Role, memberId: member.id },
    ...{ name: member.name, state: member.state as MemberState },
  }));
}

/** A place that a role is held over: the zone has no id. */
type OfficePlace = { scopeKind: ScopeKind; scopeId: string };

/** More than are in office over a few places. */
const MOST_IN_OFFICE = 200;

/** Who holds one of the roles over one of the places today and may sign in, each once: whom a word of what waits goes to. */
export async function listInOffice(
  tx: Tx,
  { roles, places, today }: { roles: readonly Role[]; places: readonly OfficePlace[]; today: string },
): Promise<string[]> {
  const rows = await tx.roleGrant.findMany({
    where: {
      ...{ role: { in: [...roles] }, revokedAt: null, member: { state: "active" } },
      AND: [covering(today), { OR: [...places] }],
    },
    orderBy: { memberId: "asc" },
    take: MOST_IN_OFFICE,
    select: { memberId: true },
    distinct: ["memberId"],
  });
  return rows.map((row) => row.memberId);
}

/** The committee in office today: that of the zone, with that of a station where one is named. */
export function listCommittee(tx: Tx, stationId: string | null, today: string): Promise<string[]> {
  const zone: OfficePlace = { scopeKind: "zone", scopeId: "" };
  const places = stationId === null ? [zone] : [zone, { scopeKind: "station", scopeId: stationId } as const];
  return listInOffice(tx, { roles: ["committee"], places, today });
}

type GrantRow = {
  id: string;
  role: string;
  scopeKind: string;
  scopeId: string;
  since: string;
  until: string | null;
  revokedAt: Date | null;
};

function toGrant(row: GrantRow): Grant {
  return {
    id: row.id,
    role: row.role as Role,
    scopeKind: row.scopeKind as ScopeKind,
    scopeId: row.scopeId,
    since: row.since,
    until: row.until,
    revoked: row.revokedAt !== null,
  };
}

/** Whose private feed address this is; null when it was renewed, revoked or never given out, or the account is not in use. */
export async function findFeedOwner(token: string): Promise<string | null> {
  const where = { tokenHash: sha256Hex(token), member: { state: "active" } };
  return (await db().feedAddress.findFirst({ where, select: { memberId: true } }))?.memberId ?? null;
}
