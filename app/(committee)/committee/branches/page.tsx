import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { BranchFilterForm } from "@/features/branches/components/branch-filter";
import { BranchTable } from "@/features/branches/components/branch-table";
import { loadBranches, type Params } from "@/features/branches/loaders";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "党支部" };

export default async function BranchesPage({ searchParams }: { searchParams: Params }) {
  const page = await loadBranches(searchParams);
  return (
    <CommitteeConsole title="党支部" place={page.place} current={page.path} who={page.who}>
      <Box title="党支部" note={`${page.total}个`}>
        {page.mayCreate ? (
          <p className="px-4 pt-3">
            <a className="btn" href={`${page.path}/new`}>
              建立支部
            </a>
          </p>
        ) : null}
        {page.total === 0 && page.words === "" ? null : <BranchFilterForm page={page} />}
        <BranchTable page={page} />
      </Box>
    </CommitteeConsole>
  );
}
