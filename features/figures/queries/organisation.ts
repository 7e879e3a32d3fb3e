import { isoWeekOf } from "@/domain/calendar/shanghai";
import type { Figures } from "@/domain/figures/tallies";
import type { OrganisationScope, ZoneScope } from "@/features/access/types";
import { db } from "@/lib/db";
import type { Ask } from "./parts";
import { listObjectionsOf, type ObjectionRow } from "./objections";
import { listTopicsOf, type TopicRate } from "./topic-rates";
import { listWeeks, type WeekShare } from "./weeks";
import { getOrganisationFigures } from "./zone-figures";

/** Everything that is shown of one organisation in one quarter. */
export type OrganisationReport = {
  readonly figures: Figures;
  readonly weeks: readonly WeekShare[];
  /** The last week shown is that of today. */
  readonly isWeekOpen: boolean;
  readonly topics: readonly TopicRate[];
  readonly objections: readonly ObjectionRow[];
};

/**
 * What the committee sees of an organisation, and what the organisation sees of itself: one function for both, so that
 * neither knows more. Null when the organisation does not lie in the scope.
 */
export async function readOrganisation(
  scope: ZoneScope | OrganisationScope,
  organisationId: string,
  ask: Ask,
): Promise<OrganisationReport | null> {
  if (!(await isWithin(scope, organisationId))) return null;
  const [figures, weeks, topics, objections] = await Promise.all([
    getOrganisationFigures(organisationId, ask),
    listWeeks(organisationId, ask),
    listTopicsOf(organisationId, ask.quarter, ask.standing),
    listObjectionsOf(organisationId, ask.quarter),
  ]);
  const isWeekOpen = (weeks.at(-1)?.week ?? "") >= isoWeekOf(ask.today);
  return { figures, weeks, isWeekOpen, topics, objections };
}

async function isWithin(scope: ZoneScope | OrganisationScope, id: string): Promise<boolean> {
  if ("organisationId" in scope) return scope.organisationId === id;
  const where = { id, ...(scope.stationId === null ? {} : { stationId: scope.stationId }) };
  return (await db().organisation.count({ where })) > 0;
}
