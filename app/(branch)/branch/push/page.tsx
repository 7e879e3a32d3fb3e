import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { BranchConsole } from "@/features/members/components/consoles";
import { HourForm } from "@/features/pushes/components/hour-form";
import { loadPushPage } from "@/features/pushes/loaders";

export const metadata: Metadata = { title: "天天谈推送" };

export default async function BranchPushPage() {
  const page = await loadPushPage();
  return (
    <BranchConsole title="天天谈推送" place={page.place} current="/branch/push" who={page.who}>
      <Box title="推送时间" note={page.hour.isOn ? `每天${page.hour.at}` : "现在不推送"}>
        <HourForm branchId={page.branchId} at={page.hour.isOn ? page.hour.at : "off"} hours={page.hours} />
      </Box>
    </BranchConsole>
  );
}
