import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Panel } from "@/components/ui/state";
import { formatInstant } from "@/domain/calendar/labels";
import { BranchBoard, OwnPlace, TopList } from "@/features/contests/components/contest-results";
import { ownWords, rulesOf, whenWords } from "@/features/contests/components/contest-words";
import { JoinCard } from "@/features/contests/components/join-card";
import { LeaveButton } from "@/features/contests/components/leave-button";
import { OpensSoon } from "@/features/contests/components/opens-soon";
import { loadContest } from "@/features/contests/loaders/load-contests";
import type { ContestPage as Contest } from "@/features/contests/schema";
import { OfflineNote } from "@/features/quizzes/components/offline-note";
import { StartButton } from "@/features/quizzes/components/start-button";

export const metadata: Metadata = { title: "知识竞赛" };

type Props = { params: Promise<{ id: string }> };

export default async function ContestPage({ params }: Props) {
  const contest = await loadContest((await params).id);
  const { phase, own, results, rules } = contest;
  const isRunning = phase === "upcoming" || phase === "open";
  return (
    <PhonePage tab="quiz" title="知识竞赛" back={{ href: "/contests", label: "回到竞赛列表" }}>
      <header className="grid gap-1 pt-4">
        <h1 className="serif-title">{contest.title}</h1>
        {contest.summary ? <p className="second">{contest.summary}</p> : null}
        <p>{whenWords(contest, new Date(contest.serverTime))}</p>
        <p className="meta">
          {formatInstant(new Date(contest.opensAt))}到{formatInstant(new Date(contest.closesAt))}
        </p>
        <p className="meta">{rulesOf(contest)}</p>
        <p className="meta">
          {contest.people}人报名{phase === "upcoming" ? "" : `，${String(contest.handedIn)}人交卷`}
        </p>
      </header>
      {phase === "upcoming" ? <OpensSoon opensAt={contest.opensAt} serverTime={contest.serverTime} /> : null}
      {own.registered ? <OwnCard contest={contest} /> : null}
      {!own.registered && isRunning ? <JoinCard contestId={contest.id} /> : null}
      {!own.registered && !isRunning ? (
        <div className="mt-3">
          <Panel tone="plain" title="这一场你没有参加。">
            不参加不影响学习，也不进任何考核。
          </Panel>
        </div>
      ) : null}
      {results ? (
        <>
          <TopList {...results} />
          <BranchBoard {...results} />
        </>
      ) : null}
      <section className="group">
        <header>
          <h2>规则</h2>
        </header>
        <ul className="terms grid gap-2">
          {rules.map((rule) => (
            <li key={rule} className="prose-small">
              {rule}
            </li>
          ))}
        </ul>
      </section>
      <Seal contest={contest} />
    </PhonePage>
  );
}

function OwnCard({ contest }: { contest: Contest }) {
  const { own, phase, results } = contest;
  return (
    <section className="card pad mt-3 grid gap-3" aria-label="我的参赛">
      <OfflineNote />
      <p>{ownWords(contest)}</p>
      {results ? <OwnPlace own={results.own} /> : null}
      {results?.own ? (
        <a className="link small -my-2" href="/me/certificates">
          领证书
        </a>
      ) : null}
      <Begin contest={contest} />
      {own.latestAttemptId ? (
        <a className="link small -my-2" href={`/attempts/${own.latestAttemptId}`}>
          {phase === "ended" ? "看成绩、回执和解析" : "看成绩和回执，解析在结束以后"}
        </a>
      ) : null}
      <LeaveButton contestId={contest.id} phase={phase} />
    </section>
  );
}

/** The one thing to do next. */
function Begin({ contest: { id, phase, own, practiceId } }: { contest: Contest }) {
  if (phase === "upcoming") {
    return practiceId ? (
      <a className="btn wide" href={`/quizzes#quiz-${practiceId}`}>
        先去练习场
      </a>
    ) : null;
  }
  if (phase !== "open") return null;
  if (own.openAttemptId) {
    return (
      <a className="btn main wide" href={`/attempts/${own.openAttemptId}`}>
        接着答
      </a>
    );
  }
  if (own.attemptsLeft === 0) return <p className="second small">次数都用完了，等结束以后看结果</p>;
  return <StartButton quizId={id} label={own.attempts === 0 ? "开始答题" : "再答一次"} isMain />;
}

/** What was fixed before anybody registered, and once it is over what it is checked with. */
function Seal({ contest: { id, seal, seed, archive } }: { contest: Contest }) {
  return (
    <section className="group">
      <header>
        <h2>封存摘要</h2>
      </header>
      <p className="prose-small">题目和每个人的试卷在报名以前就定下了。下面的摘要从发布起公布，换一道题它就会变。</p>
      <p className="meta mt-1 break-all">摘要（SHA-256）{seal}</p>
      {seed === null || archive === null ? (
        <p className="meta mt-1">种子在结束以后公布，到时谁都可以重算每份试卷、每个得分和名次。</p>
      ) : (
        <>
          <p className="meta mt-1 break-all">种子{seed}</p>
          <p className="meta mt-1 break-all">
            档案第{archive.edition}版，里面都是化名，摘要（SHA-256）{archive.digest}
          </p>
          <p>
            <a className="link small" href={`/contests/${id}/archive`} download>
              下载档案，自己重算
            </a>
          </p>
        </>
      )}
    </section>
  );
}
