import "server-only";
import { can } from "@/domain/access/can";
import type { Actor } from "@/domain/access/types";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { findScopeResource } from "@/features/roles/queries";
import type { GrantChoices, RolesOfPerson, ShownGrant } from "@/features/roles/types";
import { mayManage, proposedUntil, rolesGivenBy, spanInWords, termOf } from "@/features/roles/view";
import type { Person, Stay } from "../queries/get-person";
import { listStationChoices } from "../queries/list-places";

type Input = { actor: Actor; scope: BranchScope | ZoneScope; person: Person; mayEdit: boolean; today: string };

/** A person's roles as this reader sees them: what may be renewed, taken back, given. */
export async function rolesOf({ actor, scope, person, mayEdit, today }: Input): Promise<RolesOfPerson> {
  const isHere = person.state !== "left";
  const grants = person.roles.map(async (grant): Promise<ShownGrant> => {
    const place = isHere ? await findScopeResource(grant.scopeKind, grant.scopeId) : null;
    const isManaged = mayManage(actor, { memberId: person.id, role: grant.role }, place);
    return {
      ...{ id: grant.id, role: grant.role, scope: grant.scope, span: spanInWords(grant), term: termOf(grant, today) },
      // A term without an end has nothing to renew.
      renewal: isManaged ? { until: grant.until === null ? "" : proposedUntil(grant.until, today) } : null,
    };
  });
  return {
    grants: await Promise.all(grants),
    choices: mayEdit && !("branchId" in scope) ? await choicesFor(actor, scope, person, today) : null,
  };
}

async function choicesFor(actor: Actor, scope: ZoneScope, person: Person, today: string): Promise<GrantChoices | null> {
  const { stationId } = scope;
  const anywhere = stationId === null ? ({ kind: "zone" } as const) : ({ kind: "station", stationId } as const);
  const roles = rolesGivenBy((action) =>
    // Officers' roles are given over places, of which a zone has some.
    can(actor, action, action === "role.grant-officer" ? { kind: "station", stationId: stationId ?? "" } : anywhere),
  );
  if (roles.length === 0) return null;
  const own = [
    ...placesOn(person.memberships, today).map(({ placeId, place }) => ({ value: `branch:${placeId}`, label: place })),
    ...placesOn(person.employments, today).map(({ placeId, place }) => ({
      ...{ value: `organisation:${placeId}`, label: place },
    })),
  ];
  const stations = await listStationChoices(scope);
  const others = [
    { value: "other-branch:", label: "别的支部" },
    { value: "other-organisation:", label: "别的单位" },
  ];
  const zone = roles.some((role) => role.value === "committee") ? [{ value: "zone:", label: "全区" }] : [];
  const ofStations = stations.map(({ value, label }) => ({ value: `station:${value}`, label }));
  return { roles, places: [...own, ...others, ...ofStations, ...zone] };
}

/** Where somebody is on a day and is to be later. */
function placesOn(stays: readonly Stay[], today: string): Stay[] {
  return stays.filter((stay) => stay.until === null || today <= stay.until);
}
