import type { Metadata } from "next";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { ReviewLists } from "@/features/stories/components/review-desk";
import { loadZoneStories } from "@/features/stories/loaders/load-review";

export const metadata: Metadata = { title: "厂情厂史" };

export default async function CommitteeStoriesPage() {
  const desk = await loadZoneStories();
  return (
    <CommitteeConsole title="厂情厂史" place={desk.place} current={desk.path} who={desk.who}>
      <ReviewLists desk={desk} />
    </CommitteeConsole>
  );
}
