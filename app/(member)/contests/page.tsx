import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { ContestRows } from "@/features/contests/components/contest-rows";
import { loadContests } from "@/features/contests/loaders/load-contests";

export const metadata: Metadata = { title: "知识竞赛" };

export default async function ContestsPage() {
  const { contests, now } = await loadContests();
  return (
    <PhonePage tab="quiz" title="知识竞赛" back={{ href: "/quizzes", label: "回到答题" }}>
      <h1 className="vh">知识竞赛</h1>
      <ContestRows contests={contests} now={now} />
    </PhonePage>
  );
}
