import type { Metadata } from "next";
import { ResultPage } from "@/features/attempts/components/result-page";
import { TakingScreen } from "@/features/attempts/components/taking-screen";
import { loadAttempt } from "@/features/attempts/loaders";

export const metadata: Metadata = { title: "答题" };

export default async function AttemptPage({ params }: { params: Promise<{ id: string }> }) {
  const page = await loadAttempt((await params).id);
  return page.state === "open" ? (
    <TakingScreen paper={page.paper} memberId={page.memberId} />
  ) : (
    <ResultPage result={page.result} memberId={page.memberId} />
  );
}
