/**
 * Who acts, in which role, over which part of the zone, and on what.
 *
 * A role is held through a grant: a role, a scope (the whole zone, one station, one organisation or one branch)
 * and a term of plain dates. What is acted on says where it belongs, so that a rule can compare the two.
 *
 * Example: `{ role: "study-officer", scopeKind: "branch", scopeId: "b1", since: "2026-01-01", until: null, … }`
 * makes somebody study officer of branch b1, and of nothing else.
 */
export const ROLES = [
  "study-officer",
  "branch-secretary",
  "party-worker",
  "instructor",
  "committee",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

export type ScopeKind = "zone" | "station" | "organisation" | "branch";

/** `since` and `until` are the first and last day of the term (`YYYY-MM-DD`, Asia/Shanghai); `scopeId` is empty for the zone. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly since: string;
  readonly until: string | null;
  readonly revoked: boolean;
}

export type MemberState = "invited" | "active" | "inactive" | "left";

/** `grants` holds the grants in force today and no others: see `grantsInForce`. Branch and organisation are today's. */
export interface Actor {
  readonly memberId: string;
  readonly memberState: MemberState;
  readonly grants: readonly Grant[];
  readonly branchId: string | null;
  readonly organisationId: string | null;
}

/**
 * What is acted on. The station of a member is the station of the branch, and without a branch that of the
 * organisation. `roles` of a member are those in force today: who may help with an account depends on them.
 */
export type Resource =
  | { readonly kind: "zone" }
  | { readonly kind: "station"; readonly stationId: string }
  | { readonly kind: "organisation"; readonly organisationId: string; readonly stationId: string }
  | {
      readonly kind: "branch";
      readonly branchId: string;
      readonly stationId: string;
      readonly hostOrganisationId: string | null;
    }
  | {
      readonly kind: "member";
      readonly memberId: string;
      readonly roles: readonly Role[];
      readonly branchId: string | null;
      readonly organisationId: string | null;
      readonly stationId: string | null;
    }
  /** 责任清单 of an organisation; the branch is the one whose secretary keeps it today (domain/duties/serving-branch). */
  | {
      readonly kind: "duty-list";
      readonly organisationId: string;
      readonly stationId: string;
      readonly branchId: string | null;
    }
  /** 厂情厂史; the branch is the one that looks it through, null where the committee does. */
  | {
      readonly kind: "story";
      readonly organisationId: string;
      readonly stationId: string;
      readonly branchId: string | null;
    }
  | { readonly kind: "self"; readonly memberId: string }
  | { readonly kind: "content" }
  | { readonly kind: "question" }
  | { readonly kind: "season" }
  | { readonly kind: "contest" }
  | { readonly kind: "security-log" }
  | { readonly kind: "audit-log" };

export type ResourceKind = Resource["kind"];
