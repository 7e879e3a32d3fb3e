import "server-only";
import { can } from "@/domain/access/can";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame, listHolders, type Holder } from "@/features/access/queries";
import { listHistory } from "@/features/audit/queries/log";
import type { HistoryLine } from "@/features/audit/view";
import { now } from "@/lib/clock";
import { listStationDetails, type StationDetail } from "./queries";

const PATH = "/committee/stations";

export type StationsPage = {
  path: string;
  who: string;
  place: string;
  stations: StationDetail[];
  mayCreate: boolean;
  mayEdit: boolean;
  /** The station that was asked for, with its place among the open ones (1 is the first). */
  open: { station: StationDetail; position: number; holders: Holder[]; history: HistoryLine[] } | null;
};

/** 党群工作站 of the zone; whoever acts for one station sees that one. */
export async function loadStations(wanted: string | null): Promise<StationsPage> {
  const { session, scope, actor, grant } = await gateCommittee(PATH);
  const today = businessDateOf(now());
  const [frame, stations] = await Promise.all([findFrame(session.memberId, grant), listStationDetails(scope, today)]);
  const station = stations.find((one) => one.id === wanted);
  const [holders, history] = station
    ? await Promise.all([
        listHolders("station", station.id, today),
        listHistory(scope, { kind: "station", id: station.id }, now()),
      ])
    : [[], []];
  const position = station ? stations.indexOf(station) + 1 : 0;
  return {
    ...{ path: PATH, ...frame, stations },
    mayCreate: can(actor, "station.create", { kind: "zone" }),
    mayEdit: can(actor, "station.edit", { kind: "zone" }),
    open: station ? { station, position, holders, history } : null,
  };
}
