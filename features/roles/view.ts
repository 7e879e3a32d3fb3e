import { can } from "@/domain/access/can";
import type { Action } from "@/domain/access/permissions";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import { SCOPES_OF_ROLE } from "@/domain/access/scopes";
import { grantsInForce } from "@/domain/access/terms";
import { ROLES, type Actor, type Resource, type Role, type ScopeKind } from "@/domain/access/types";
import { formatFull } from "@/domain/calendar/labels";

/** Under which permission a role is given, taken back and renewed. */
export function grantingAction(role: Role): Action {
  return role === "committee" || role === "administrator" ? "role.grant-committee" : "role.grant-officer";
}

/** May this actor give, renew or take back the role over that place? Never over the own account. */
export function mayManage(actor: Actor, held: { memberId: string; role: Role }, place: Resource | null): boolean {
  return place !== null && held.memberId !== actor.memberId && can(actor, grantingAction(held.role), place);
}

const SCOPE_WORDS: Readonly<Record<ScopeKind, string>> = {
  zone: "全区",
  station: "工作站",
  organisation: "单位",
  branch: "支部",
};

/** 学习委员，管支部: so that a role is chosen together with the right kind of place. */
function roleWithScopes(role: Role): string {
  return `${ROLE_LABELS[role]}，管${SCOPES_OF_ROLE[role].map((kind) => SCOPE_WORDS[kind]).join("或")}`;
}

export type Term = "in-force" | "to-come" | "lapsed" | "revoked";

type Dated = { since: string; until: string | null; revoked: boolean };

/** Where a grant stands on a day. */
export function termOf(grant: Dated, today: string): Term {
  if (grant.revoked) return "revoked";
  if (grantsInForce([grant], today).length > 0) return "in-force";
  return today < grant.since ? "to-come" : "lapsed";
}

/** A year on from the last day, or from today when that has passed: what a renewal proposes. */
export function proposedUntil(until: string | null, today: string): string {
  const from = until === null || until < today ? today : until;
  const sameDay = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;
  return sameDay.replace(/-02-29$/, "-02-28");
}

/** 2026年1月1日起, 2026年1月1日至2026年6月30日. */
export function spanInWords({ since, until }: { since: string; until: string | null }): string {
  return until === null ? `${formatFull(since)}起` : `${formatFull(since)}至${formatFull(until)}`;
}

/** What is told to whoever has just given a role. */
export function grantedInWords(since: string, today: string): string {
  const when = since > today ? `从${formatFull(since)}起生效` : "对方下一次打开页面就生效";
  return `任命好了，${when}。`;
}

/** The roles to choose from, for whoever may give them somewhere. */
export function rolesGivenBy(mayGive: (action: Action) => boolean): { value: Role; label: string }[] {
  return ROLES.filter((role) => mayGive(grantingAction(role))).map((role) => ({
    value: role,
    label: roleWithScopes(role),
  }));
}
