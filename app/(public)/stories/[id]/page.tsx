import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { ReportLink } from "@/components/layout/reading";
import { Empty } from "@/components/ui/state";
import { StoryArticle } from "@/features/stories/components/story-article";
import { loadStory } from "@/features/stories/loaders/load-stories";
import { TakenDown } from "@/features/takedowns/components/taken-down";
import { shareMetadata } from "@/lib/share-metadata";

type Props = { params: Promise<{ id: string }> };

const BACK = { href: "/stories", label: "看别的" };

/** What is for an organisation alone says nothing of itself where a link to it is shared. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const page = await loadStory(id);
  const path = `/stories/${id}`;
  if (page.state === "shown" && page.isForAll) {
    return shareMetadata({ title: page.story.title, description: page.summary, path });
  }
  const title = page.state === "shown" ? page.story.title : "厂情厂史";
  return { title, robots: { index: false } };
}

/** One story. */
export default async function StoryPageRoute({ params }: Props) {
  const page = await loadStory((await params).id);
  return (
    <PhonePage tab="learn" title="厂情厂史" back={{ href: "/stories", label: "回到厂情厂史" }}>
      {page.state === "shown" ? (
        <article className="reading">
          <StoryArticle story={page.story} />
          {page.isForAll ? null : <p className="meta">只给本单位的人看，别的单位打不开这一页。</p>}
          <ReportLink href={page.report} />
        </article>
      ) : page.state === "taken-down" ? (
        <TakenDown what="篇" back={BACK} />
      ) : (
        <Empty title="这一篇已收回" hint="作者收回了它，不再给人看" action={BACK} />
      )}
    </PhonePage>
  );
}
