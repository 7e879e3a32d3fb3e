import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { AddOrganisationForm } from "@/features/organisations/components/organisation-forms";
import { loadNewOrganisation } from "@/features/organisations/loaders";

export const metadata: Metadata = { title: "登记组织" };

export default async function NewOrganisationPage() {
  const { path, who, place, stations } = await loadNewOrganisation();
  return (
    <CommitteeConsole title="登记组织" place={place} current={path} who={who}>
      <Box title="登记组织">
        {stations.length === 0 ? (
          <Empty
            title="还没有工作站"
            hint="组织登记在工作站里，先建立工作站"
            action={{ href: "/committee/stations", label: "建立工作站" }}
          />
        ) : (
          <div className="p-4">
            <AddOrganisationForm stations={stations.map(({ id, name }) => ({ value: id, label: name }))} />
          </div>
        )}
      </Box>
    </CommitteeConsole>
  );
}
