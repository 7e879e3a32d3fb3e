import type { Metadata } from "next";
import { DutyGroups } from "@/features/duties/components/duty-groups";
import { loadBranchDuties, type Params } from "@/features/duties/loaders/own-duties";
import { BranchConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "责任清单" };

export default async function DutiesPage({ searchParams }: { searchParams: Params }) {
  const page = await loadBranchDuties(searchParams);
  return (
    <BranchConsole title="责任清单" place={page.place} current={page.path} who={page.who}>
      <DutyGroups page={page} />
    </BranchConsole>
  );
}
