import { businessDateOf } from "@/domain/calendar/shanghai";
import { grantsInForce } from "@/domain/access/terms";
import type { Actor, Grant, MemberState, Role, ScopeKind } from "@/domain/access/types";
import { db } from "@/lib/db";

/** A signed-in browser whose session is neither revoked nor expired. */
export type SignedIn = {
  sessionId: string;
  memberId: string;
  memberState: MemberState;
  consoleUntil: Date | null;
  activeRoleId: string | null;
};

/** The session with its member, or null when it is revoked, expired, of another member, or the person may not sign in. */
export async function findSignedIn(
  claims: { sessionId: string; memberId: string },
  now: Date,
): Promise<SignedIn | null> {
  const row = await db().session.findUnique({
    where: { id: claims.sessionId },
    select: {
      memberId: true,
      expiresAt: true,
      revokedAt: true,
      consoleUntil: true,
      activeRoleId: true,
      member: { select: { state: true } },
    },
  });
  if (!row || row.revokedAt || row.expiresAt <= now || row.memberId !== claims.memberId) return null;
  if (row.member.state !== "active") return null;
  return {
    sessionId: claims.sessionId,
    memberId: row.memberId,
    memberState: row.member.state,
    consoleUntil: row.consoleUntil,
    activeRoleId: row.activeRoleId,
  };
}

/** Rows of `employment` and `membership` that cover a plain date. */
export function covering(today: string) {
  return { since: { lte: today }, OR: [{ until: null }, { until: { gte: today } }] };
}

/** The person as the permission table sees them today: grants in force, branch and organisation of the day. */
export async function getActor(memberId: string, now: Date): Promise<Actor> {
  const today = businessDateOf(now);
  const member = await db().member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      state: true,
      roles: true,
      memberships: { where: covering(today), select: { branchId: true }, take: 1 },
      employments: { where: covering(today), select: { organisationId: true }, take: 1 },
    },
  });
  return {
    memberId,
    memberState: member.state as MemberState,
    grants: grantsInForce(member.roles.map(toGrant), today),
    branchId: member.memberships[0]?.branchId ?? null,
    organisationId: member.employments[0]?.organisationId ?? null,
  };
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
