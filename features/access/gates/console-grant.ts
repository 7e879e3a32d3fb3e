import "server-only";
import { grantsFor } from "@/domain/access/can";
import type { Actor, Grant, ScopeKind } from "@/domain/access/types";
import type { SignedIn } from "../queries";
import type { BranchScope, OrganisationScope, ZoneScope } from "../types";

export type ConsoleKind = {
  permission: "console.branch.open" | "console.committee.open" | "console.admin.open";
  /** The scopes this console can show. */
  scopes: readonly ScopeKind[];
};

export const BRANCH: ConsoleKind = { permission: "console.branch.open", scopes: ["branch"] };
export const ORGANISATION: ConsoleKind = { permission: "console.branch.open", scopes: ["organisation"] };
export const COMMITTEE: ConsoleKind = { permission: "console.committee.open", scopes: ["zone", "station"] };
export const ADMIN: ConsoleKind = { permission: "console.admin.open", scopes: ["zone"] };

/** The grant under which a person with several roles uses a console now; null when none opens it. */
export function grantInUse(actor: Actor, session: SignedIn, { permission, scopes }: ConsoleKind): Grant | null {
  const grants = grantsFor(actor, permission).filter((held) => scopes.includes(held.scopeKind));
  return grants.find((held) => held.id === session.activeRoleId) ?? grants[0] ?? null;
}

export function branchScopeOf(grant: Grant): BranchScope {
  return { branchId: grant.scopeId } as BranchScope;
}

export function organisationScopeOf(grant: Grant): OrganisationScope {
  return { organisationId: grant.scopeId } as OrganisationScope;
}

export function zoneScopeOf(grant: Grant): ZoneScope {
  return { stationId: grant.scopeKind === "station" ? grant.scopeId : null } as ZoneScope;
}
