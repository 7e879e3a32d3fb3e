import { ROLE_LABELS } from "@/domain/access/role-labels";
import type { Role } from "@/domain/access/types";
import { formatFull } from "@/domain/calendar/labels";
import { isStanding, STANDING_LABELS } from "@/domain/people/standing";
import { STATE_LABELS } from "@/features/members/view";
import type { PlaceChoices } from "./queries/list-places";
import type { PeopleFilter } from "./schema";

/** What a list of people shows, and the words around it. */
export const standingLabel = (standing: string): string =>
  isStanding(standing) ? STANDING_LABELS[standing] : standing;

const labelIn = (choices: PlaceChoices[keyof PlaceChoices], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? "已不在的单位";

/** The filters in words, so that nobody takes a part for the whole; empty when there is none. */
export function filterInWords(filter: PeopleFilter, places: PlaceChoices | null): string {
  const parts = [
    filter.q && `“${filter.q}”`,
    places && filter.stationId && labelIn(places.stations, filter.stationId),
    places && filter.organisationId && labelIn(places.organisations, filter.organisationId),
    places && filter.branchId && labelIn(places.branches, filter.branchId),
    filter.standing && standingLabel(filter.standing),
    filter.state && STATE_LABELS[filter.state as keyof typeof STATE_LABELS],
    filter.role && (filter.role === "none" ? "没有职责" : ROLE_LABELS[filter.role as Role]),
  ];
  return parts.filter(Boolean).join("，");
}

/** The address of another page of the same list. */
export function pageHref(path: string, filter: PeopleFilter, page: number): string {
  const kept = Object.entries({ ...filter, page: page === 1 ? "" : String(page) }).filter(([, value]) => value !== "");
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** 2026年1月1日起, 2026年1月1日至2026年6月30日. */
export function spanInWords({ since, until }: { since: string; until: string | null }): string {
  return until === null ? `${formatFull(since)}起` : `${formatFull(since)}至${formatFull(until)}`;
}

export type RoleState = "in-force" | "to-come" | "lapsed" | "revoked";

/** Where a role stands today. */
export function roleStateOf(
  grant: { since: string; until: string | null; revokedAt: Date | null },
  today: string,
): RoleState {
  if (grant.revokedAt !== null) return "revoked";
  if (today < grant.since) return "to-come";
  return grant.until !== null && grant.until < today ? "lapsed" : "in-force";
}
