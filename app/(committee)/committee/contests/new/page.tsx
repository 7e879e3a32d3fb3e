import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { ContestForm } from "@/features/contests/components/contest-form";
import { loadNewContest } from "@/features/contests/loaders/load-desk";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "拟一场竞赛" };

type Props = { searchParams: Promise<{ from?: string | string[] }> };

export default async function NewContestPage({ searchParams }: Props) {
  const { from = "" } = await searchParams;
  const { place, who, plan, topics } = await loadNewContest(String(from));
  return (
    <CommitteeConsole title="拟一场竞赛" place={place} current="/committee/contests" who={who}>
      <Box title="拟一场竞赛" note="存为草稿，成员看不到">
        <div className="max-w-[44rem] p-4">
          <ContestForm contestId="" version={0} plan={plan} topics={topics} />
        </div>
      </Box>
    </CommitteeConsole>
  );
}
