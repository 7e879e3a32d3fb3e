import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { WritingDesk } from "@/features/stories/components/writing-desk";
import { loadOwnStory } from "@/features/stories/loaders/load-own";

export const metadata: Metadata = { title: "厂情厂史草稿" };

type Props = { params: Promise<{ id: string }> };

export default async function OwnStoryPage({ params }: Props) {
  const page = await loadOwnStory((await params).id);
  return (
    <PhonePage tab="me" title="写厂情厂史" back={{ href: "/me/stories", label: "回到我写的" }}>
      <h1 className="vh">{page.draft.title || "厂情厂史草稿"}</h1>
      <WritingDesk page={page} />
    </PhonePage>
  );
}
