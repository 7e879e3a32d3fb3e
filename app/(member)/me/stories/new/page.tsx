import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { WritingDesk } from "@/features/stories/components/writing-desk";
import { loadNewStory } from "@/features/stories/loaders/load-own";

export const metadata: Metadata = { title: "写一篇厂情厂史" };

export default async function NewStoryPage() {
  const page = await loadNewStory();
  return (
    <PhonePage tab="me" title="写一篇" back={{ href: "/me/stories", label: "回到我写的" }}>
      <h1 className="vh">写一篇厂情厂史</h1>
      <WritingDesk page={page} />
    </PhonePage>
  );
}
