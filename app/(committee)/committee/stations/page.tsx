import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { HistoryList } from "@/features/audit/components/history-list";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { AddStationForm } from "@/features/stations/components/station-forms";
import { StationPanel } from "@/features/stations/components/station-panel";
import { StationTable } from "@/features/stations/components/station-table";
import { loadStations } from "@/features/stations/loaders";

export const metadata: Metadata = { title: "党群工作站" };

type Props = { searchParams: Promise<{ station?: string | string[] }> };

export default async function StationsPage({ searchParams }: Props) {
  const { station: wanted } = await searchParams;
  const page = await loadStations(typeof wanted === "string" ? wanted : null);
  const active = page.stations.filter((station) => station.state === "active").length;
  return (
    <CommitteeConsole title="党群工作站" place={page.place} current={page.path} who={page.who}>
      <Box title="党群工作站" note={`${active}个在用`}>
        <StationTable page={page} />
        {page.mayCreate ? (
          <details className="px-4 py-3" open={page.stations.length === 0}>
            <summary className="btn">建立工作站</summary>
            <div className="mt-3">
              <AddStationForm />
            </div>
          </details>
        ) : null}
      </Box>
      {page.open ? (
        <div id="station" key={page.open.station.id}>
          <Box title={page.open.station.name} note={page.open.station.state === "closed" ? "已关闭" : "在用"}>
            <StationPanel open={page.open} page={page} />
          </Box>
          <Box title="经过">
            <HistoryList lines={page.open.history} />
          </Box>
        </div>
      ) : null}
    </CommitteeConsole>
  );
}
