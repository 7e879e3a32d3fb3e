import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { HistoryList } from "@/features/audit/components/history-list";
import { BranchBody } from "@/features/branches/components/branch-body";
import { loadBranch } from "@/features/branches/loaders";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "党支部" };

export default async function BranchPage({ params }: { params: Promise<{ id: string }> }) {
  const page = await loadBranch((await params).id);
  return (
    <CommitteeConsole title={page.branch.name} place={page.place} current={page.path} who={page.who}>
      <BranchBody page={page} />
      <Box title="经过">
        <HistoryList lines={page.history} />
      </Box>
    </CommitteeConsole>
  );
}
