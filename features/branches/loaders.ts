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
import { listOrganisationChoices, type OrganisationRow } from "@/features/organisations/queries";
import { listStationChoices, type StationRow } from "@/features/stations/queries";
import { now } from "@/lib/clock";
import {
  countStandings,
  findBranch,
  findBranches,
  listEmployersOf,
  type Branch,
  type BranchList,
  type EmployerOfBranch,
} from "./queries";
import { branchFilterSchema, type BranchFilter } from "./schema";
import { filterInWords } from "./view";

const PATH = "/committee/branches";

/** The parameters of an address, as a page gets them. */
export type Params = Promise<Record<string, string | string[] | undefined>>;

type Frame = { path: string; who: string; place: string };

export type BranchesPage = Frame &
  BranchList & {
    filter: BranchFilter;
    /** The filters in words. */
    words: string;
    stations: StationRow[];
    mayCreate: boolean;
  };

const creatable = (actor: Actor, stations: StationRow[]) =>
  stations.filter(({ id }) => can(actor, "branch.create", { kind: "station", stationId: id }));

/** 党支部 of the zone or of one station; instructors read. */
export async function loadBranches(params: Params): Promise<BranchesPage> {
  const { session, scope, actor, grant } = await gateCommittee(PATH);
  const filter = branchFilterSchema.parse(await params);
  const [frame, stations, list] = await Promise.all([
    findFrame(session.memberId, grant),
    listStationChoices(scope),
    findBranches(scope, filter, businessDateOf(now())),
  ]);
  return {
    ...{ path: PATH, ...frame, ...list, filter, stations },
    words: filterInWords(filter, stations),
    mayCreate: creatable(actor, stations).length > 0,
  };
}

export type BranchPlaces = { stations: StationRow[]; organisations: OrganisationRow[] };

/** The form for a new branch, with the stations and the organisations where it may stand. */
export async function loadNewBranch(): Promise<Frame & BranchPlaces> {
  const { session, scope, actor, grant } = await gateCommittee(`${PATH}/new`);
  if (!can(actor, "branch.create", { kind: "station", stationId: scope.stationId ?? "" })) notFound();
  const [frame, stations, organisations] = await Promise.all([
    findFrame(session.memberId, grant),
    listStationChoices(scope),
    listOrganisationChoices(scope),
  ]);
  return { path: PATH, ...frame, stations: creatable(actor, stations), organisations };
}

export type BranchPage = Frame & {
  branch: Branch;
  standings: { label: string; count: number }[];
  employers: EmployerOfBranch[];
  /** How many of its people work for no organisation of the zone. */
  withoutEmployer: number;
  holders: Holder[];
  history: HistoryLine[];
  mayEdit: boolean;
  /** Where it may stand instead, with where it stands now. */
  places: BranchPlaces;
};

/** One branch: facts, people by standing, officers and their terms, where its people work, its history. */
export async function loadBranch(id: string): Promise<BranchPage> {
  const { session, scope, actor, grant } = await gateCommittee(`${PATH}/${id}`);
  const branch = await findBranch(scope, id);
  if (!branch) notFound();
  const today = businessDateOf(now());
  const [frame, counts, { employers, without }, holders, history, stations, organisations] = await Promise.all([
    findFrame(session.memberId, grant),
    countStandings(id, today),
    listEmployersOf(id, today),
    listHolders("branch", id, today),
    listHistory(scope, { kind: "branch", id }, now()),
    listStationChoices(scope),
    listOrganisationChoices(scope),
  ]);
  const { stationId, hostOrganisationId } = branch;
  return {
    ...{ path: PATH, ...frame, branch, employers, withoutEmployer: without, holders, history },
    standings: STANDINGS.map((standing) => ({ label: STANDING_LABELS[standing], count: counts.get(standing) ?? 0 })),
    mayEdit: can(actor, "branch.edit", { kind: "branch", branchId: id, stationId, hostOrganisationId }),
    places: withOwn(branch, { stations: stations.filter((station) => mayMoveTo(actor, station.id)), organisations }),
  };
}

function mayMoveTo(actor: Actor, stationId: string): boolean {
  return can(actor, "branch.edit", { kind: "station", stationId });
}

/** A place that is closed meanwhile stays what the form shows until another is chosen. */
function withOwn(branch: Branch, { stations, organisations }: BranchPlaces): BranchPlaces {
  const { stationId, hostOrganisationId, hostOrganisation } = branch;
  const hasStation = stations.some((station) => station.id === stationId);
  const hasHost = hostOrganisationId === null || organisations.some((one) => one.id === hostOrganisationId);
  return {
    stations: hasStation ? stations : [{ id: stationId, name: branch.station.name, sort: 0 }, ...stations],
    organisations: hasHost
      ? organisations
      : [
          { id: hostOrganisationId, name: hostOrganisation?.name ?? "", shortCode: "已关闭", stationId },
          ...organisations,
        ],
  };
}
