import type { Metadata } from "next";
import { InboxMark } from "@/features/notices/components/inbox-mark";
import { PhonePage, Row } from "@/components/layout/phone-page";
import { QuizList } from "@/features/quizzes/components/quiz-list";
import { loadQuizzes } from "@/features/quizzes/loaders";

export const metadata: Metadata = { title: "答题" };

export default async function QuizzesPage() {
  const quizzes = await loadQuizzes();
  return (
    <PhonePage tab="quiz" end={<InboxMark />}>
      <h1 className="serif-title pt-2">答题</h1>
      <div className="card mt-3">
        <Row href="/contests" icon="trophy" title="知识竞赛" meta="报名参加，按月举办" />
      </div>
      <QuizList quizzes={quizzes} />
    </PhonePage>
  );
}
