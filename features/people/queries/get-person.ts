import type { MemberState, Role, ScopeKind } from "@/domain/access/types";
import { maskLogin } from "@/domain/people/login";
import { findScopeNames, scopeName } from "@/features/roles/queries";
import { openText } from "@/lib/crypto";
import { db } from "@/lib/db";

/** One dated row: where a person worked or belonged. */
export type Stay = { id: string; placeId: string; place: string; note: string; since: string; until: string | null };

export type HeldRole = {
  id: string;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string;
  scope: string;
  since: string;
  until: string | null;
  revoked: boolean;
};

export type Person = {
  id: string;
  name: string;
  standing: string;
  state: MemberState;
  timeFactor: number;
  version: number;
  leftOn: string | null;
  mergedInto: { id: string; name: string } | null;
  logins: { id: string; kind: string; shown: string }[];
  employments: Stay[];
  memberships: Stay[];
  roles: HeldRole[];
};

const NEWEST_FIRST = [{ since: "desc" }, { id: "desc" }] as const;
const PLACE = { select: { id: true, name: true } } as const;

/** One person with everything that stands about them, newest rows first; null when there is none. Logins are masked. */
export async function findPerson(memberId: string): Promise<Person | null> {
  const row = await db().member.findUnique({
    where: { id: memberId },
    include: {
      logins: { orderBy: { createdAt: "asc" } },
      employments: { orderBy: [...NEWEST_FIRST], include: { organisation: PLACE } },
      memberships: { orderBy: [...NEWEST_FIRST], include: { branch: PLACE } },
      roles: { orderBy: [...NEWEST_FIRST] },
    },
  });
  if (!row) return null;
  const scopes = await findScopeNames(row.roles);
  const { id, name, standing, timeFactor, version, leftOn, mergedIntoId } = row;
  return {
    ...{ id, name, standing, state: row.state as MemberState, timeFactor, version, leftOn },
    mergedInto: mergedIntoId ? await findName(mergedIntoId) : null,
    logins: row.logins.map((login) => ({
      ...{ id: login.id, kind: login.kind, shown: maskLogin(login.kind, openText(login.cipher)) },
    })),
    employments: row.employments.map(({ organisation, workNumber, ...stay }) => ({
      ...{ id: stay.id, placeId: organisation.id, place: organisation.name, since: stay.since, until: stay.until },
      note: workNumber ? `工号${workNumber}` : "",
    })),
    memberships: row.memberships.map(({ branch, ...stay }) => ({
      ...{ id: stay.id, placeId: branch.id, place: branch.name, since: stay.since, until: stay.until, note: "" },
    })),
    roles: row.roles.map((grant) => ({
      ...{ id: grant.id, role: grant.role as Role, scopeKind: grant.scopeKind as ScopeKind, scopeId: grant.scopeId },
      ...{ since: grant.since, until: grant.until, revoked: grant.revokedAt !== null },
      scope: scopeName(scopes, grant),
    })),
  };
}

function findName(id: string): Promise<{ id: string; name: string } | null> {
  return db().member.findUnique({ where: { id }, select: { id: true, name: true } });
}
