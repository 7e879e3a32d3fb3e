import type { Metadata } from "next";
import { BranchConsole } from "@/features/members/components/consoles";
import { PlaceClaims } from "@/features/projects/components/place-claims";
import { loadBranchClaims } from "@/features/projects/loaders/load-place-claims";

export const metadata: Metadata = { title: "志愿项目" };

export default async function ProjectsPage() {
  const page = await loadBranchClaims();
  return (
    <BranchConsole title="志愿项目" place={page.place} current={page.path} who={page.who}>
      <PlaceClaims page={page} />
    </BranchConsole>
  );
}
