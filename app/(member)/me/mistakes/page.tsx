import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { MistakeList } from "@/features/attempts/components/mistake-list";
import { loadMistakes } from "@/features/mistakes/loaders";

export const metadata: Metadata = { title: "温故" };

export default async function MistakesPage() {
  const groups = await loadMistakes();
  return (
    <PhonePage tab="me" title="温故" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">温故</h1>
      <MistakeList groups={groups} />
    </PhonePage>
  );
}
