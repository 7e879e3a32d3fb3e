import { db } from "@/lib/db";
import type { ZoneScope } from "@/features/access/types";

export type DutyRow = {
  id: string;
  organisationId: string;
  lineId: string;
  year: string;
  period: string;
  title: string;
  ask: string;
  effort: number;
  source: string;
  dueOn: string;
  plannedOn: string;
  isDayKnown: boolean;
  state: string;
  isStarted: boolean;
  deferral: string;
  deferralNote: string;
  manner: string;
  evidence: string;
  evidenceLink: string;
  doneById: string | null;
  doneAt: Date | null;
  confirmedById: string | null;
  confirmedAt: Date | null;
  returned: string;
  version: number;
};

/** What is asked of one organisation in a year, the nearest day first. The caller has decided that the reader may see it. */
export function listYear(organisationId: string, year: string): Promise<DutyRow[]> {
  return db().duty.findMany({
    where: { organisationId, year, state: { not: "dropped" } },
    orderBy: [{ dueOn: "asc" }, { title: "asc" }, { id: "asc" }],
  });
}

export type PlaceOfList = { id: string; name: string; stationId: string; state: string };

/** The organisation, when it lies in the scope. */
export function findOrganisationIn(scope: ZoneScope, id: string): Promise<PlaceOfList | null> {
  return db().organisation.findFirst({
    where: { id, ...(scope.stationId === null ? {} : { stationId: scope.stationId }) },
    select: { id: true, name: true, stationId: true, state: true },
  });
}
