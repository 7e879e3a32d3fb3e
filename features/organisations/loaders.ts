import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import type { Actor } from "@/domain/access/types";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { STANDING_LABELS, STANDINGS } from "@/domain/people/standing";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame, listHolders, type Holder } from "@/features/access/queries";
import { listHistory } from "@/features/audit/queries/log";
import type { HistoryLine } from "@/features/audit/view";
import { listStationChoices, type StationRow } from "@/features/stations/queries";
import { now } from "@/lib/clock";
import {
  countStandings,
  findOrganisation,
  listBranchesOf,
  listRegister,
  type BranchOfOrganisation,
  type Organisation,
  type Register,
} from "./queries";
import { organisationFilterSchema, type OrganisationFilter } from "./schema";
import { filterInWords } from "./view";

const PATH = "/committee/organisations";

/** The parameters of an address, as a page gets them. */
export type Params = Promise<Record<string, string | string[] | undefined>>;

type Frame = { path: string; who: string; place: string };

export type RegisterPage = Frame &
  Register & {
    filter: OrganisationFilter;
    /** The filters in words. */
    words: string;
    stations: StationRow[];
    mayCreate: boolean;
  };

const creatable = (actor: Actor, stations: StationRow[]) =>
  stations.filter(({ id }) => can(actor, "organisation.create", { kind: "station", stationId: id }));

/** 两新组织 of the zone or of one station; instructors read. */
export async function loadRegister(params: Params): Promise<RegisterPage> {
  const { session, scope, actor, grant } = await gateCommittee(PATH);
  const filter = organisationFilterSchema.parse(await params);
  const [frame, stations, register] = await Promise.all([
    findFrame(session.memberId, grant),
    listStationChoices(scope),
    listRegister(scope, filter, businessDateOf(now())),
  ]);
  return {
    ...{ path: PATH, ...frame, ...register, filter, stations },
    words: filterInWords(filter, stations),
    mayCreate: creatable(actor, stations).length > 0,
  };
}

/** The form for a new organisation, with the stations that it may be put into. */
export async function loadNewOrganisation(): Promise<Frame & { stations: StationRow[] }> {
  const { session, scope, actor, grant } = await gateCommittee(`${PATH}/new`);
  const [frame, stations] = await Promise.all([findFrame(session.memberId, grant), listStationChoices(scope)]);
  const mayCreate = can(actor, "organisation.create", { kind: "station", stationId: scope.stationId ?? "" });
  if (!mayCreate) notFound();
  return { path: PATH, ...frame, stations: creatable(actor, stations) };
}

export type OrganisationPage = Frame & {
  organisation: Organisation;
  /** 正式党员 12人, in the order of standings; those that nobody has are left out. */
  standings: { label: string; count: number }[];
  branches: BranchOfOrganisation[];
  holders: Holder[];
  history: HistoryLine[];
  mayEdit: boolean;
  /** The stations it may be moved to, its own first of all. */
  stations: StationRow[];
};

/** One organisation: facts, branches, people by standing, who is in office over it, its history. */
export async function loadOrganisation(id: string): Promise<OrganisationPage> {
  const { session, scope, actor, grant } = await gateCommittee(`${PATH}/${id}`);
  const organisation = await findOrganisation(scope, id);
  if (!organisation) notFound();
  const today = businessDateOf(now());
  const [frame, counts, branches, holders, history, stations] = await Promise.all([
    findFrame(session.memberId, grant),
    countStandings(id, today),
    listBranchesOf(id, today),
    listHolders("organisation", id, today),
    listHistory(scope, { kind: "organisation", id }, now()),
    listStationChoices(scope),
  ]);
  const { stationId } = organisation;
  const isOwn = (station: StationRow) => station.id === stationId;
  const may = (station: StationRow) => can(actor, "organisation.edit", { kind: "station", stationId: station.id });
  const own = stations.find(isOwn) ?? { id: stationId, name: organisation.station.name, sort: 0 };
  return {
    ...{ path: PATH, ...frame, organisation, branches, holders, history },
    standings: STANDINGS.map((standing) => ({ label: STANDING_LABELS[standing], count: counts.get(standing) ?? 0 })),
    mayEdit: can(actor, "organisation.edit", { kind: "organisation", organisationId: id, stationId }),
    stations: [own, ...stations.filter((station) => !isOwn(station) && may(station))],
  };
}
