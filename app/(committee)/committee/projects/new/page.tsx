import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { ProposeForm } from "@/features/projects/components/propose-form";
import { loadPropose } from "@/features/projects/loaders/load-desk";

export const metadata: Metadata = { title: "申报志愿项目" };

export default async function ProposePage() {
  const { who, place, stations, submissionKey } = await loadPropose();
  return (
    <CommitteeConsole title="申报志愿项目" place={place} current="/committee/projects" who={who}>
      <Box title="项目" note="两位同志先后审过，才公开">
        {stations.length === 0 ? (
          <Empty
            title="还没有工作站"
            hint="先建立工作站，再申报项目"
            action={{ href: "/committee/stations", label: "去建工作站" }}
          />
        ) : (
          <div className="max-w-3xl px-4 py-3">
            <ProposeForm stations={stations} submissionKey={submissionKey} />
          </div>
        )}
      </Box>
    </CommitteeConsole>
  );
}
