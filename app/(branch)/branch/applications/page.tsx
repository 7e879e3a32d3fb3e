import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { DecidedApplications, OpenApplications } from "@/features/applications/components/application-list";
import { loadApplications } from "@/features/applications/loaders/load-applications";
import { BranchConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "加入申请" };

export default async function ApplicationsPage() {
  const page = await loadApplications();
  const { who, place, open, decided } = page;
  return (
    <BranchConsole title="加入申请" place={place} current="/branch/applications" who={who}>
      <Box title="等待确认" note={open.length === 0 ? "没有" : `${open.length}份，先来的在前`}>
        <OpenApplications page={page} />
      </Box>
      {decided.length === 0 ? null : (
        <Box title="最近办过的" note="90天后清除">
          <DecidedApplications page={page} />
        </Box>
      )}
    </BranchConsole>
  );
}
