import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { HistoryList } from "@/features/audit/components/history-list";
import { OrganisationFigures } from "@/features/figures/components/organisation-figures";
import { loadFiguresOf, type Params } from "@/features/figures/loaders/organisation";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { OrganisationBody } from "@/features/organisations/components/organisation-body";
import { loadOrganisation } from "@/features/organisations/loaders";

export const metadata: Metadata = { title: "两新组织" };

type Props = { params: Promise<{ id: string }>; searchParams: Params };

export default async function OrganisationPage({ params, searchParams }: Props) {
  const { id } = await params;
  const [page, figures] = await Promise.all([loadOrganisation(id), loadFiguresOf(id, searchParams)]);
  return (
    <CommitteeConsole title={page.organisation.name} place={page.place} current={page.path} who={page.who}>
      <OrganisationBody page={page} figures={<OrganisationFigures page={figures} />} />
      <Box title="经过">
        <HistoryList lines={page.history} />
      </Box>
    </CommitteeConsole>
  );
}
