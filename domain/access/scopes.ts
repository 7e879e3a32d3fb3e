import type { Grant, Resource, Role, ScopeKind } from "./types";

/**
 * How far a grant reaches. A zone grant reaches everything; a station grant what belongs to that station; an
 * organisation grant the organisation, the branches it hosts and its people; a branch grant the branch and its members.
 * What belongs to the whole zone (content, questions, logs) is reached by a zone grant alone.
 *
 * Example: a committee grant for station s1 reaches the branch `{ stationId: "s1" }` and not `{ stationId: "s2" }`.
 */

/** The scopes in which a role can be held at all. A grant outside this list reaches nothing. */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly ScopeKind[]>> = Object.freeze({
  "study-officer": ["branch"],
  "branch-secretary": ["branch"],
  "party-worker": ["organisation"],
  instructor: ["station", "organisation"],
  committee: ["zone", "station"],
  administrator: ["zone"],
});

interface Place {
  readonly station: string | null;
  readonly organisation: string | null;
  readonly branch: string | null;
}

const NOWHERE: Place = { station: null, organisation: null, branch: null };

/** What has a place; the zone, one's own and what is the same for everybody have none. */
type Placed = Extract<Resource, { readonly stationId: string | null }>;

function placeOf(resource: Placed): Place {
  switch (resource.kind) {
    case "station":
      return { ...NOWHERE, station: resource.stationId };
    case "organisation":
      return { ...NOWHERE, station: resource.stationId, organisation: resource.organisationId };
    case "branch":
      return { station: resource.stationId, organisation: resource.hostOrganisationId, branch: resource.branchId };
    case "duty-list":
    case "story":
    case "member":
      return { station: resource.stationId, organisation: resource.organisationId, branch: resource.branchId };
  }
}

/** True when the grant is well formed, not revoked, and the resource lies inside its scope. Terms are not looked at. */
export function reaches(grant: Grant, resource: Resource): boolean {
  if (grant.revoked || !SCOPES_OF_ROLE[grant.role].includes(grant.scopeKind)) return false;
  if (grant.scopeKind === "zone") return true;
  if (grant.scopeId === "" || !("stationId" in resource)) return false;
  return placeOf(resource)[grant.scopeKind] === grant.scopeId;
}
