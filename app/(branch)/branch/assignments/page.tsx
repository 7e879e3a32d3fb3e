import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { AssignmentList, AssignmentTabs } from "@/features/assignments/components/assignment-list";
import { loadBranchAssignments } from "@/features/assignments/loaders";
import { BranchConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "学习派发" };

type Props = { searchParams: Promise<{ view?: string; page?: string }> };

export default async function AssignmentsPage({ searchParams }: Props) {
  const page = await loadBranchAssignments(await searchParams);
  return (
    <BranchConsole title="学习派发" place={page.place} current="/branch/assignments" who={page.who}>
      <p className="mb-4 flex flex-wrap items-center gap-2">
        <a className="btn main" href="/branch/assignments/new">
          派发学习
        </a>
        <a className="btn" href="/branch/sheet">
          打印学习单
        </a>
      </p>
      <AssignmentTabs view={page.view} />
      <Box title="派发的学习" note={`${page.total}项`}>
        <AssignmentList {...page} />
      </Box>
    </BranchConsole>
  );
}
