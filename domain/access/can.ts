import { PERMISSIONS, type AccountRank, type Action, type Rule } from "./permissions";
import { reaches, SCOPES_OF_ROLE } from "./scopes";
import type { Actor, Grant, Resource, Role } from "./types";

/**
 * The decision: may this actor do this to that? Refused unless a line of the table of permissions allows it.
 * Somebody whose state is not active may do nothing, whatever roles they hold.
 *
 * Example: a study officer of branch b1 may issue a one-time code for a member of b1 who holds no role, not for a
 * member of b2, not for the secretary of b1 and not for themselves.
 */

/** The highest rank among the roles an account holds. */
export function accountRank(roles: readonly Role[]): AccountRank {
  if (roles.includes("administrator")) return "administrator";
  if (roles.includes("committee")) return "committee";
  return roles.length > 0 ? "officer" : "no-role";
}

function isOwn(actor: Actor, resource: Resource): boolean {
  return (resource.kind === "self" || resource.kind === "member") && resource.memberId === actor.memberId;
}

function allows(rule: Rule, actor: Actor, resource: Resource): boolean {
  switch (rule.by) {
    case "anyone":
      return true;
    case "member":
      return resource.kind !== "self" || isOwn(actor, resource);
    case "oneself":
      return isOwn(actor, resource);
    case "role":
      // A role serves others: nobody uses it on the own account.
      if (resource.kind === "self" || isOwn(actor, resource)) return false;
      if (resource.kind === "member" && !rule.ranks.includes(accountRank(resource.roles))) return false;
      return actor.grants.some((grant) => grant.role === rule.role && reaches(grant, resource));
  }
}

/** True only when the table allows it; never throws. `actor.grants` must hold grants in force (see `grantsInForce`). */
export function can(actor: Actor, action: Action, resource: Resource): boolean {
  const permission = PERMISSIONS[action];
  if (actor.memberState !== "active" || !permission.on.includes(resource.kind)) return false;
  return permission.allow.some((rule) => allows(rule, actor, resource));
}

/** True for the few actions that need no account: whoever holds the invitation or the code may use it. */
export function isOpenToAnyone(action: Action): boolean {
  return PERMISSIONS[action].allow.some((rule) => rule.by === "anyone");
}

/**
 * The grants under which the actor may do the action somewhere, in the order held: a console opens when there is one,
 * and its scope is what the console may show. Whether it reaches a given thing is for `can` to say. Base rules
 * (`member`, `oneself`) give no grant.
 */
export function grantsFor(actor: Actor, action: Action): Grant[] {
  if (actor.memberState !== "active") return [];
  const rules = PERMISSIONS[action].allow;
  return actor.grants.filter(
    (grant) =>
      !grant.revoked &&
      SCOPES_OF_ROLE[grant.role].includes(grant.scopeKind) &&
      rules.some((rule) => rule.by === "role" && rule.role === grant.role),
  );
}
