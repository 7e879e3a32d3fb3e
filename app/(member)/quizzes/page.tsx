import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { InboxMark } from "@/features/notices/components/inbox-mark";
import { QuizList } from "@/features/quizzes/components/quiz-list";
import { loadQuizzes } from "@/features/quizzes/loaders";

export const metadata: Metadata = { title: "答题" };

export default async function QuizzesPage() {
  const quizzes = await loadQuizzes();
  return (
    <PhonePage tab="quiz" end={<InboxMark />}>
      <h1 className="serif-title pt-2">答题</h1>
      <QuizList quizzes={quizzes} />
    </PhonePage>
  );
}
