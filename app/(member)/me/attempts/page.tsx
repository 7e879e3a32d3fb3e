import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { HistoryList } from "@/features/attempts/components/history-list";
import { loadOwnAttempts } from "@/features/attempts/loaders";

export const metadata: Metadata = { title: "答过的题" };

export default async function OwnAttemptsPage() {
  const attempts = await loadOwnAttempts();
  return (
    <PhonePage tab="me" title="答过的题" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">答过的题</h1>
      <HistoryList attempts={attempts} />
    </PhonePage>
  );
}
