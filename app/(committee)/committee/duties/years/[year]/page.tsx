import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { HistoryList } from "@/features/audit/components/history-list";
import { TemplateBody } from "@/features/duties/components/template-lines";
import { loadTemplate } from "@/features/duties/loaders/templates";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "一年的责任清单" };

type Props = { params: Promise<{ year: string }> };

export default async function TemplatePage({ params }: Props) {
  const page = await loadTemplate((await params).year);
  return (
    <CommitteeConsole title="责任清单" place={page.place} current="/committee/duties" who={page.who}>
      <TemplateBody page={page} />
      <Box title="经过">
        <HistoryList lines={page.history} />
      </Box>
    </CommitteeConsole>
  );
}
