import { quarterOf } from "@/domain/calendar/shanghai";
import { latestQuarters } from "@/domain/figures/quarter";
import type { ZoneScope } from "@/features/access/types";
import { placeInitials } from "@/features/organisations/queries";
import { listStationChoices } from "@/features/stations/queries";
import { rememberedWhile } from "@/lib/remembered";
import { QUARTERS_SHOWN } from "../constants";
import { refreshStudyTotals } from "../mutations/refresh-study-totals";
import type { DeskFilter } from "../schema";
import type { DeskParts } from "../view/desk";
import type { Ask } from "./parts";
import { countOpenObjections } from "./objections";
import { listOrganisationsOf } from "./register";
import { listTopicRates, type TopicRate } from "./topic-rates";
import { getZoneFigures } from "./zone-figures";

/** The quarter of the address when it is one that can be looked at, else that of today. */
export function chosenQuarter(typed: string, today: string): string {
  return latestQuarters(today, QUARTERS_SHOWN).includes(typed) ? typed : quarterOf(today);
}

/** What the committee's desk and its file are made of, within the scope. */
export async function readDesk(scope: ZoneScope, filter: DeskFilter, today: string): Promise<DeskParts & { ask: Ask }> {
  const ask: Ask = { quarter: chosenQuarter(filter.quarter, today), standing: filter.standing, today };
  const [stations, register, figures, objections] = await Promise.all([
    listStationChoices(scope),
    listOrganisationsOf(scope, ask),
    getZoneFigures(ask),
    countOpenObjections(scope, ask.quarter),
  ]);
  return { ask, filter, stations, register, figures, objections, initialsOf: placeInitials };
}

/** Recall rates of the scope by topic, read again when something has changed. */
export async function listTopicsOfDesk(scope: ZoneScope, ask: Ask): Promise<TopicRate[]> {
  const { quarter, standing } = ask;
  const name = `figures by topic ${quarter} ${standing} ${scope.stationId ?? ""}`;
  return rememberedWhile(name, await refreshStudyTotals(ask), () => listTopicRates(scope, quarter, standing));
}
