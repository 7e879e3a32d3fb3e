import { passwordFaults } from "@/domain/access/password";
import { parseLogin } from "@/domain/people/login";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { grantsHeld, grantsInForce } from "@/domain/access/terms";
import type { Grant, MemberState, Resource, Role, ScopeKind } from "@/domain/access/types";
import { covering } from "@/features/access/queries";
import { lookupHash, openText } from "@/lib/crypto";
import { db, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";

export type LoginHolder = { memberId: string; state: MemberState; passwordHash: string | null };

/** Look-up key of a login as typed; null when it is neither a mobile number nor a work number. */
export function loginKeyOf(typed: string): string | null {
  const login = parseLogin(typed);
  return "error" in login ? null : lookupHash("login", login.value);
}

export async function findMemberByLoginKey(key: string): Promise<LoginHolder | null> {
  const row = await db().login.findUnique({
    where: { hash: key },
    select: { member: { select: { id: true, state: true, passwordHash: true } } },
  });
  if (!row) return null;
  return { memberId: row.member.id, state: row.member.state as MemberState, passwordHash: row.member.passwordHash };
}

/** Whoever left the zone and still has this login, as typed: a person who comes back, or a number that has a new owner. */
export async function findDepartedByLogin(typed: string): Promise<{ memberId: string; name: string } | null> {
  const hash = loginKeyOf(typed);
  const row = hash === null ? null : await db().login.findUnique({ where: { hash }, include: { member: true } });
  return row?.member.state === "left" ? { memberId: row.member.id, name: row.member.name } : null;
}

type MemberResource = Extract<Resource, { kind: "member" }>;

/** Where a member belongs today and which roles they hold or are to hold: what a permission about them is decided on. */
export function getMemberResource(memberId: string, now: Date, tx: Tx = db()): Promise<MemberResource> {
  const today = businessDateOf(now);
  return resourceOn(tx, memberId, { day: today, today });
}

/** The same, but for somebody who left the zone with the places of their last day: who let them go may take them back. */
export async function getLastMemberResource(memberId: string, now: Date): Promise<MemberResource> {
  const today = businessDateOf(now);
  const left = await db().member.findUnique({ where: { id: memberId }, select: { leftOn: true } });
  return resourceOn(db(), memberId, { day: left?.leftOn ?? today, today });
}

async function resourceOn(
  tx: Tx,
  memberId: string,
  { day, today }: { day: string; today: string },
): Promise<MemberResource> {
  const member = await tx.member.findUnique({
    where: { id: memberId },
    select: {
      roles: { select: { role: true, since: true, until: true, revokedAt: true } },
      memberships: { where: covering(day), select: { branch: { select: { id: true, stationId: true } } }, take: 1 },
      employments: {
        where: covering(day),
        select: { organisation: { select: { id: true, stationId: true } } },
        take: 1,
      },
    },
  });
  if (!member) throw new AppError("not-found", "没有这个人。");
  const branch = member.memberships[0]?.branch;
  const organisation = member.employments[0]?.organisation;
  const roles = grantsHeld(
    member.roles.map((row) => ({ ...row, revoked: row.revokedAt !== null })),
    today,
  );
  return {
    kind: "member",
    memberId,
    roles: roles.map((row) => row.role as Role),
    branchId: branch?.id ?? null,
    organisationId: organisation?.id ?? null,
    stationId: branch?.stationId ?? organisation?.stationId ?? null,
  };
}

/** The first reason against a new password of this person, or null when it may be used. */
export async function findPasswordFault(memberId: string, password: string): Promise<string | null> {
  const rows = await db().login.findMany({ where: { memberId }, select: { cipher: true } });
  return passwordFaults({ password, logins: rows.map((row) => openText(row.cipher)) })[0] ?? null;
}

export type OwnProfile = {
  name: string;
  standing: string;
  branch: string | null;
  organisation: string | null;
  roles: { id: string; role: Role; scopeKind: string; scopeId: string; scopeName: string }[];
};

/** The person's own name, places and roles, for 我的 and GET /me. */
export async function getOwnProfile(own: { memberId: string }, now: Date): Promise<OwnProfile> {
  const today = businessDateOf(now);
  const member = await db().member.findUniqueOrThrow({
    where: { id: own.memberId },
    select: {
      name: true,
      standing: true,
      roles: { orderBy: { id: "asc" } },
      memberships: { where: covering(today), select: { branch: { select: { name: true } } }, take: 1 },
      employments: { where: covering(today), select: { organisation: { select: { name: true } } }, take: 1 },
    },
  });
  const inForce = grantsInForce(
    member.roles.map((row) => ({ ...row, revoked: row.revokedAt !== null })),
    today,
  );
  return {
    name: member.name,
    standing: member.standing,
    branch: member.memberships[0]?.branch.name ?? null,
    organisation: member.employments[0]?.organisation.name ?? null,
    roles: await Promise.all(
      inForce.map(async (grant) => ({
        id: grant.id,
        role: grant.role as Role,
        scopeKind: grant.scopeKind,
        scopeId: grant.scopeId,
        scopeName: await findScopeName(grant.scopeKind, grant.scopeId),
      })),
    ),
  };
}

export type OwnRole = Grant & { scopeName: string };

/** The person's roles in force with the names of their places, the one given first in front. */
export async function listOwnRoles(own: { memberId: string }, now: Date): Promise<OwnRole[]> {
  const rows = await db().roleGrant.findMany({
    where: { memberId: own.memberId, revokedAt: null, ...covering(businessDateOf(now)) },
    orderBy: { id: "asc" },
  });
  return Promise.all(
    rows.map(async ({ id, since, until, ...row }) => ({
      ...{ id, since, until, role: row.role as Role, scopeKind: row.scopeKind as ScopeKind, scopeId: row.scopeId },
      ...{ revoked: false, scopeName: await findScopeName(row.scopeKind, row.scopeId) },
    })),
  );
}

async function findScopeName(kind: string, id: string): Promise<string> {
  if (kind === "zone") return "全区";
  const where = { where: { id }, select: { name: true } } as const;
  const found =
    kind === "station"
      ? await db().station.findUnique(where)
      : kind === "organisation"
        ? await db().organisation.findUnique(where)
        : await db().branch.findUnique(where);
  return found?.name ?? "已撤销的单位";
}

/** Branch and organisation of member `m` on one day, which is given four times: a part of other statements. */
export const PLACES_OF_DAY = `
  (SELECT s.branch_id FROM membership s WHERE s.member_id = m.id AND s.since <= ?
     AND (s.until IS NULL OR s.until >= ?) ORDER BY s.since DESC, s.id DESC LIMIT 1) AS branch_id,
  (SELECT w.organisation_id FROM employment w WHERE w.member_id = m.id AND w.since <= ?
     AND (w.until IS NULL OR w.until >= ?) ORDER BY w.since DESC, w.id DESC LIMIT 1) AS organisation_id`;
