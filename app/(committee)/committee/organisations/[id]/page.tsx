import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { HistoryList } from "@/features/audit/components/history-list";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { OrganisationBody } from "@/features/organisations/components/organisation-body";
import { loadOrganisation } from "@/features/organisations/loaders";

export const metadata: Metadata = { title: "两新组织" };

export default async function OrganisationPage({ params }: { params: Promise<{ id: string }> }) {
  const page = await loadOrganisation((await params).id);
  return (
    <CommitteeConsole title={page.organisation.name} place={page.place} current={page.path} who={page.who}>
      <OrganisationBody page={page} figures={null} />
      <Box title="经过">
        <HistoryList lines={page.history} />
      </Box>
    </CommitteeConsole>
  );
}
