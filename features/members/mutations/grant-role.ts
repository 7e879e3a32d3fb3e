import { SCOPES_OF_ROLE } from "@/domain/access/scopes";
import type { Role, ScopeKind } from "@/domain/access/types";
import { audit } from "@/features/audit/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { lockMember } from "./lock-member";

export type RoleScope = {
  role: Role;
  scopeKind: ScopeKind;
  /** Empty for the zone. */
  scopeId: string;
};

export type NewGrant = RoleScope & {
  memberId: string;
  /** First and last day of the term. */
  since: string;
  until: string | null;
  actorId: string | null;
  now: Date;
};

export type GrantResult =
  { ok: true; grantId: string } | { ok: false; reason: "scope" | "term" | "left"; detail: string };

/**
 * A role with its scope and term, in force at the person's next request once its first day has come. A scope the role
 * cannot have, a place that does not exist and a term that ends before it begins are refused; the same role over the
 * same place twice is one grant. Audited.
 */
export function grantRole(input: NewGrant): Promise<GrantResult> {
  return inTransaction((tx) => grantRoleIn(tx, input));
}

/** The same inside the caller's transaction. */
export async function grantRoleIn(tx: Tx, input: NewGrant): Promise<GrantResult> {
  const { memberId, role, scopeKind, scopeId, since, until, actorId, now } = input;
  if (!SCOPES_OF_ROLE[role].includes(scopeKind) || !(await placeExists(tx, scopeKind, scopeId))) {
    return { ok: false, reason: "scope", detail: "这项职责不能管这个范围，没有任命。" };
  }
  if (until !== null && until < since) {
    return { ok: false, reason: "term", detail: "任期的最后一天早于第一天，没有任命。" };
  }
  if (!(await lockMember(tx, memberId))) {
    return { ok: false, reason: "left", detail: "这个人已转出或不存在，没有任命。" };
  }
  const held = await tx.roleGrant.findFirst({
    where: { memberId, role, scopeKind, scopeId, revokedAt: null, since: { lte: since }, until },
    select: { id: true },
  });
  if (held) return { ok: true, grantId: held.id };
  const row = await tx.roleGrant.create({
    data: { memberId, role, scopeKind, scopeId, since, until, grantedById: actorId, createdAt: now },
    select: { id: true },
  });
  const detail = { grantId: row.id, role, scopeKind, scopeId, since, until };
  await audit(tx, { actorId, action: "role.grant", subjectKind: "member", subjectId: memberId, detail, now });
  return { ok: true, grantId: row.id };
}

async function placeExists(tx: Tx, kind: ScopeKind, id: string): Promise<boolean> {
  switch (kind) {
    case "zone":
      return id === "";
    case "station":
      return (await tx.station.count({ where: { id } })) === 1;
    case "organisation":
      return (await tx.organisation.count({ where: { id } })) === 1;
    case "branch":
      return (await tx.branch.count({ where: { id } })) === 1;
  }
}
