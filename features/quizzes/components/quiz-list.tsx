import { Group } from "@/components/layout/phone-page";
import { Empty, State } from "@/components/ui/state";
import { formatInstant } from "@/domain/calendar/labels";
import type { QuizItem, QuizList as Quizzes } from "../schema";
import { OfflineNote } from "./offline-note";
import { ownWords, rulesOf } from "./quiz-words";
import { StartButton } from "./start-button";

/** Open quizzes as cards with their rules and one's own state; upcoming and past ones as rows. */
export function QuizList({ quizzes }: { quizzes: Quizzes }) {
  const { open, upcoming, past } = quizzes;
  if (open.length + upcoming.length + past.length === 0) {
    return (
      <Empty
        title="现在没有测验"
        hint="有了会列在这里。今天的天天谈后面也有一两道题可以想"
        action={{ href: "/", label: "看今天的天天谈" }}
      />
    );
  }
  // One red button a screen: to go on with what was begun, otherwise the first quiz that can be begun.
  const main = open.find(({ own }) => own.openAttemptId !== null) ?? open.find(canBegin);
  return (
    <>
      <div className="grid gap-3 pt-2 empty:hidden">
        <OfflineNote />
        <p className="no-script panel">答题要用到脚本，这个浏览器关掉了它。读天天谈和课程不受影响。</p>
      </div>
      {open.length > 0 ? (
        <Group title="可以答的">
          <div className="grid gap-3">
            {open.map((quiz) => (
              <QuizCard key={quiz.id} quiz={quiz} isMain={quiz === main} />
            ))}
          </div>
        </Group>
      ) : null}
      <QuizRows
        title="还没开始的"
        quizzes={upcoming}
        when={({ opensAt }) => `${formatInstant(new Date(opensAt))}开始`}
      />
      <QuizRows
        title="已经结束的"
        quizzes={past}
        when={({ closesAt }) => (closesAt ? `${formatInstant(new Date(closesAt))}结束` : "")}
      />
    </>
  );
}

function canBegin({ notice, own }: QuizItem): boolean {
  return notice === null && own.attemptsLeft !== 0;
}

function QuizCard({ quiz, isMain }: { quiz: QuizItem; isMain: boolean }) {
  const { own, notice } = quiz;
  return (
    <article className="card pad grid gap-3" id={`quiz-${quiz.id}`}>
      <header className="grid gap-1">
        <h3 className="text-lead">{quiz.title}</h3>
        {quiz.summary ? <p className="second">{quiz.summary}</p> : null}
        <p className="meta">{rulesOf(quiz)}</p>
        <p>
          <State
            {...(own.openAttemptId
              ? { tone: "wait" as const, icon: "clock" as const }
              : { tone: own.passed ? "ok" : "plain" })}
          >
            {ownWords(own)}
          </State>
        </p>
      </header>
      <CardAction quiz={quiz} isMain={isMain} />
      {own.latestAttemptId ? (
        <a className="link quiet small -my-2" href={`/attempts/${own.latestAttemptId}`}>
          看最近一次的成绩和回执
        </a>
      ) : null}
      {notice && !own.openAttemptId ? <p className="panel">{notice}</p> : null}
    </article>
  );
}

function CardAction({ quiz, isMain }: { quiz: QuizItem; isMain: boolean }) {
  const { own } = quiz;
  if (own.openAttemptId) {
    return (
      <a className={isMain ? "btn main wide" : "btn wide"} href={`/attempts/${own.openAttemptId}`}>
        接着答
      </a>
    );
  }
  if (own.attemptsLeft === 0) return <p className="second small">{quiz.maxAttempts}次都答过了</p>;
  if (!canBegin(quiz)) return null;
  return <StartButton quizId={quiz.id} label={own.attempts === 0 ? "开始答题" : "再答一次"} isMain={isMain} />;
}

type RowsProps = { title: string; quizzes: readonly QuizItem[]; when: (quiz: QuizItem) => string };

function QuizRows({ title, quizzes, when }: RowsProps) {
  if (quizzes.length === 0) return null;
  return (
    <Group title={title}>
      <div className="card">
        {quizzes.map((quiz) => {
          const words = (
            <div className="grow">
              <h3>{quiz.title}</h3>
              <span className="meta">
                {when(quiz)}，{ownWords(quiz.own)}
              </span>
            </div>
          );
          const attemptId = quiz.own.openAttemptId ?? quiz.own.latestAttemptId;
          return attemptId ? (
            <a className="row" key={quiz.id} href={`/attempts/${attemptId}`}>
              {words}
            </a>
          ) : (
            <div className="row" key={quiz.id}>
              {words}
            </div>
          );
        })}
      </div>
    </Group>
  );
}
