import type { Metadata } from "next";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { ReviewedStory } from "@/features/stories/components/review-desk";
import { loadZoneStory } from "@/features/stories/loaders/load-review";
import { TakeDownForm } from "@/features/takedowns/components/take-down-form";

export const metadata: Metadata = { title: "厂情厂史" };

type Props = { params: Promise<{ id: string }> };

export default async function CommitteeStoryPage({ params }: Props) {
  const page = await loadZoneStory((await params).id);
  return (
    <CommitteeConsole title="厂情厂史" place={page.place} current={page.path} who={page.who}>
      <ReviewedStory
        page={page}
        takeDown={
          page.mayTakeDown ? (
            <details>
              <summary className="btn">撤下</summary>
              <TakeDownForm target={{ kind: "story", id: page.item }} />
            </details>
          ) : null
        }
      />
    </CommitteeConsole>
  );
}
