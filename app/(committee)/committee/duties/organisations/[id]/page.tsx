import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { HistoryList } from "@/features/audit/components/history-list";
import { OrganisationYear } from "@/features/duties/components/organisation-year";
import { loadOrganisationYear, type Params } from "@/features/duties/loaders/organisation-year";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "一家组织的责任" };

type Props = { params: Promise<{ id: string }>; searchParams: Params };

export default async function OrganisationYearPage({ params, searchParams }: Props) {
  const page = await loadOrganisationYear((await params).id, searchParams);
  return (
    <CommitteeConsole title={page.name} place={page.place} current="/committee/duties" who={page.who}>
      <OrganisationYear page={page} />
      <Box title="经过">
        <HistoryList lines={page.history} />
      </Box>
    </CommitteeConsole>
  );
}
