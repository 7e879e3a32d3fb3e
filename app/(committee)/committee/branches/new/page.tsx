import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { AddBranchForm } from "@/features/branches/components/branch-forms";
import { loadNewBranch } from "@/features/branches/loaders";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "建立支部" };

export default async function NewBranchPage() {
  const { path, who, place, stations, organisations } = await loadNewBranch();
  return (
    <CommitteeConsole title="建立支部" place={place} current={path} who={who}>
      <Box title="建立支部">
        {stations.length === 0 ? (
          <Empty
            title="还没有工作站"
            hint="支部属于一个工作站，先建立工作站"
            action={{ href: "/committee/stations", label: "建立工作站" }}
          />
        ) : (
          <div className="p-4">
            <AddBranchForm
              places={{
                stations: stations.map(({ id, name }) => ({ value: id, label: name })),
                organisations: organisations.map(({ id, name, shortCode }) => ({
                  value: id,
                  label: `${name}（${shortCode}）`,
                })),
              }}
            />
          </div>
        )}
      </Box>
    </CommitteeConsole>
  );
}
