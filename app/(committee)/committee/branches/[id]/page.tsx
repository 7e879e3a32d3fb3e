import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { HistoryList } from "@/features/audit/components/history-list";
import { OpenApplications } from "@/features/applications/components/application-list";
import { loadBranchApplications } from "@/features/applications/loaders/load-applications";
import { BranchBody } from "@/features/branches/components/branch-body";
import { loadBranch } from "@/features/branches/loaders";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "党支部" };

export default async function BranchPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [page, applications] = [await loadBranch(id), await loadBranchApplications(id)];
  const waiting = applications?.open.length ?? 0;
  return (
    <CommitteeConsole title={page.branch.name} place={page.place} current={page.path} who={page.who}>
      {applications === null || waiting === 0 ? null : (
        <Box title="加入申请" note={`${waiting}份等确认，支部没有办的，工委可以办`}>
          <OpenApplications page={applications} />
        </Box>
      )}
      <BranchBody page={page} />
      <Box title="经过">
        <HistoryList lines={page.history} />
      </Box>
    </CommitteeConsole>
  );
}
