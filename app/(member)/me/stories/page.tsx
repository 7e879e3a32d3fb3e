import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { OwnStories } from "@/features/stories/components/own-stories";
import { loadOwnStories } from "@/features/stories/loaders/load-own";

export const metadata: Metadata = { title: "我写的厂情厂史" };

export default async function OwnStoriesPage() {
  const page = await loadOwnStories();
  return (
    <PhonePage tab="me" title="我写的" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">我写的厂情厂史</h1>
      <OwnStories page={page} />
    </PhonePage>
  );
}
