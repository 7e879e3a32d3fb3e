import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { StoryList } from "@/features/stories/components/story-list";
import { loadStories } from "@/features/stories/loaders/load-stories";
import { shareMetadata } from "@/lib/share-metadata";

export function generateMetadata(): Metadata {
  return shareMetadata({
    title: "厂情厂史",
    description: "自己单位的来路和身边的人，由党员写下来，同志审过再给大家看。",
    path: "/stories",
    kind: "website",
  });
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** 厂情厂史: what organisations tell. */
export default async function StoriesPage({ searchParams }: Props) {
  const page = await loadStories(searchParams);
  return (
    <PhonePage
      tab="learn"
      title="厂情厂史"
      back={{ href: "/lessons", label: "回到学习" }}
      end={
        <a className="icon-btn with-text" href="/me/stories">
          我写的
        </a>
      }
    >
      <h1 className="vh">厂情厂史</h1>
      <StoryList page={page} />
    </PhonePage>
  );
}
