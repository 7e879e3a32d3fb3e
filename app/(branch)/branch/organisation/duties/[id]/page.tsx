import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { HistoryList } from "@/features/audit/components/history-list";
import { OneDuty } from "@/features/duties/components/one-duty";
import { loadOrganisationDuty } from "@/features/duties/loaders/one-duty";
import { OrganisationConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "一件责任" };

type Props = { params: Promise<{ id: string }> };

export default async function DutyPage({ params }: Props) {
  const page = await loadOrganisationDuty((await params).id);
  return (
    <OrganisationConsole title="一件责任" place={page.place} current={page.path} who={page.who}>
      <OneDuty page={page} />
      <Box title="经过">
        <HistoryList lines={page.history} />
      </Box>
    </OrganisationConsole>
  );
}
