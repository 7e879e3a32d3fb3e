import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { ContestTable } from "@/features/contests/components/contest-table";
import { loadContestList } from "@/features/contests/loaders/load-desk";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "知识竞赛" };

export default async function CommitteeContestsPage() {
  const page = await loadContestList();
  return (
    <CommitteeConsole title="知识竞赛" place={page.place} current={page.path} who={page.who}>
      <Box title="知识竞赛" note="两个人把关：拟的人不能自己发布">
        <p className="px-4 py-3">
          <a className="btn" href={`${page.path}/new`}>
            拟一场竞赛
          </a>
        </p>
        <ContestTable path={page.path} contests={page.contests} />
      </Box>
    </CommitteeConsole>
  );
}
