import type { Metadata } from "next";
import { BranchConsole } from "@/features/members/components/consoles";
import { ReviewedStory } from "@/features/stories/components/review-desk";
import { loadBranchStory } from "@/features/stories/loaders/load-review";

export const metadata: Metadata = { title: "厂情厂史" };

type Props = { params: Promise<{ id: string }> };

export default async function BranchStoryPage({ params }: Props) {
  const page = await loadBranchStory((await params).id);
  return (
    <BranchConsole title="厂情厂史" place={page.place} current={page.path} who={page.who}>
      <ReviewedStory page={page} />
    </BranchConsole>
  );
}
