import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { ConfirmList } from "@/features/duties/components/confirm-list";
import { loadReported } from "@/features/duties/loaders/reported";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "等确认的责任" };

/** What organisations reported and nobody has confirmed. */
export default async function ReportedPage() {
  const { who, place, waiting, mayConfirm } = await loadReported();
  return (
    <CommitteeConsole title="等确认的责任" place={place} current="/committee/duties" who={who}>
      <Box title="等确认的" note={waiting.length === 0 ? "都确认了" : `${waiting.length}件，先报的在前`}>
        {waiting.length === 0 ? (
          <Empty title="没有等确认的" hint="支部或单位说办了，会出现在这里" />
        ) : (
          <ConfirmList duties={waiting} hrefBase="/committee/duties" mayConfirm={mayConfirm} />
        )}
      </Box>
    </CommitteeConsole>
  );
}
