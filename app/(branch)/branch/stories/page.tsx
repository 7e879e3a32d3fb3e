import type { Metadata } from "next";
import { BranchConsole } from "@/features/members/components/consoles";
import { ReviewLists } from "@/features/stories/components/review-desk";
import { loadBranchStories } from "@/features/stories/loaders/load-review";

export const metadata: Metadata = { title: "厂情厂史" };

export default async function BranchStoriesPage() {
  const desk = await loadBranchStories();
  return (
    <BranchConsole title="厂情厂史" place={desk.place} current={desk.path} who={desk.who}>
      <ReviewLists desk={desk} />
    </BranchConsole>
  );
}
