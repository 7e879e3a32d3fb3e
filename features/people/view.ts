import { ROLE_LABELS } from "@/domain/access/role-labels";
import type { Resource, Role } from "@/domain/access/types";
import { isStanding, STANDING_LABELS } from "@/domain/people/standing";
import { STATE_LABELS } from "@/features/members/view";
import type { PlaceChoices } from "./queries/list-places";
import type { PeopleFilter } from "./schema";

/** What a list of people shows, and the words around it. */
export const standingLabel = (standing: string): string =>
  isStanding(standing) ? STANDING_LABELS[standing] : standing;

/** In a filter in place of an id: those who are nowhere. Nobody is lost: who has no place of a kind is found by that. */
export const NOWHERE = "none";
export const NO_ORGANISATION = { value: NOWHERE, label: "没有单位" };
export const NO_BRANCH = { value: NOWHERE, label: "没有支部" };

const labelIn = (choices: PlaceChoices[keyof PlaceChoices], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? "已不在的单位";

const roleFilterLabel = (role: string): string =>
  role === "any" ? "有职责的" : role === "none" ? "没有职责" : ROLE_LABELS[role as Role];

/** The filters in words, so that nobody takes a part for the whole; empty when there is none. */
export function filterInWords(filter: PeopleFilter, places: PlaceChoices | null): string {
  const parts = [
    filter.q && `“${filter.q}”`,
    places && filter.stationId && labelIn(places.stations, filter.stationId),
    places && filter.organisationId && labelIn([NO_ORGANISATION, ...places.organisations], filter.organisationId),
    places && filter.branchId && labelIn([NO_BRANCH, ...places.branches], filter.branchId),
    filter.standing && standingLabel(filter.standing),
    filter.state && STATE_LABELS[filter.state as keyof typeof STATE_LABELS],
    filter.role && roleFilterLabel(filter.role),
  ];
  return parts.filter(Boolean).join("，");
}

/** The address of another page of the same list. */
export function pageHref(path: string, filter: PeopleFilter, page: number): string {
  const kept = Object.entries({ ...filter, page: page === 1 ? "" : String(page) }).filter(([, value]) => value !== "");
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return query === "" ? path : `${path}?${query}`;
}

type MemberResource = Extract<Resource, { kind: "member" }>;
type PlaceResource = Extract<Resource, { kind: "branch" | "organisation" }>;

/**
 * The person as one of a single place: what is done to a relation is the business of whoever answers for its place,
 * wherever else the person works or belongs.
 *
 * Example: of somebody of branch b1 who works at o1 of another station, the employment is seen as at o1, in no branch.
 */
export function atPlace(person: MemberResource, place: PlaceResource): MemberResource {
  const branchId = place.kind === "branch" ? place.branchId : null;
  const organisationId = place.kind === "organisation" ? place.organisationId : null;
  return { ...person, branchId, organisationId, stationId: place.stationId };
}
