import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { BlueprintReport } from "@/features/contests/components/blueprint-report";
import { ContestActs } from "@/features/contests/components/contest-acts";
import { ContestForm } from "@/features/contests/components/contest-form";
import { contestStage } from "@/features/contests/components/contest-words";
import { QuestionStatistics } from "@/features/contests/components/question-statistics";
import { loadContestDesk, type ContestDesk } from "@/features/contests/loaders/load-desk";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "一场知识竞赛" };

type Props = { params: Promise<{ id: string }> };

export default async function CommitteeContestPage({ params }: Props) {
  const page = await loadContestDesk((await params).id);
  const { contest } = page;
  const isOpen = contest.state === "draft" || contest.state === "returned";
  return (
    <CommitteeConsole title={contest.title} place={contestStage(contest)} current="/committee/contests" who={page.who}>
      {contest.state === "returned" ? <p className="panel wait mb-4">退回的原因：{contest.reviewNote}</p> : null}
      {isOpen ? (
        <Box title="竞赛" note="存为草稿，成员看不到">
          <div className="max-w-[44rem] p-4">
            <ContestForm
              {...{ contestId: contest.id, version: contest.version, plan: page.plan, topics: page.topics }}
              key={contest.version}
            />
          </div>
        </Box>
      ) : (
        <Rules page={page} />
      )}
      <Box title="组卷" note={contest.releasedAt === null ? "按现在的题库" : "发布时定下"}>
        <BlueprintReport {...page} />
        <p className="px-4 py-3">
          <a className="btn" href={`/committee/contests/${contest.id}/samples/1`}>
            看样卷
          </a>
          <span className="meta ml-3">样卷带答案，谁看过都有记录</span>
        </p>
      </Box>
      {page.statistics ? (
        <Box title="每道题的情况" note="只看题，不看人">
          <QuestionStatistics lines={page.statistics} />
        </Box>
      ) : null}
      <Acts page={page} />
    </CommitteeConsole>
  );
}

function Rules({ page: { contest, window } }: { page: ContestDesk }) {
  return (
    <Box title="规则">
      <dl className="facts px-4 py-3">
        <dt>窗口</dt>
        <dd>
          {window.opens}到{window.closes}
        </dd>
        <dt>限时</dt>
        <dd>{contest.limitSeconds / 60}分钟</dd>
        <dt>次数</dt>
        <dd>{contest.maxAttempts}次，取最好的一次</dd>
        <dt>练习场</dt>
        <dd>{contest.hasPractice ? "有，开始以前" : "没有"}</dd>
        {contest.summary ? (
          <>
            <dt>介绍</dt>
            <dd>{contest.summary}</dd>
          </>
        ) : null}
        {contest.seal === null ? null : (
          <>
            <dt>封存摘要</dt>
            <dd className="break-all">{contest.seal}</dd>
          </>
        )}
      </dl>
      <p className="px-4 pb-3">
        <a className="btn" href={`/committee/contests/new?from=${contest.id}`}>
          照这一场再拟一场
        </a>
        <span className="meta ml-3">规则和组卷照抄，窗口往后推，保存以前都能改</span>
      </p>
    </Box>
  );
}

function Acts({ page: { contest, fault, whyNotRelease, whyNotWithdraw } }: { page: ContestDesk }) {
  const { id: contestId, version, state } = contest;
  const named = { contestId, version };
  if (state === "withdrawn" || whyNotWithdraw !== null) return null;
  return (
    <Box title={state === "submitted" ? "复核" : "下一步"}>
      <div className="px-4 py-3">
        {state === "submitted" ? (
          <ContestActs
            {...named}
            acts={["release", "return", "withdraw"]}
            whyNot={{ release: whyNotRelease ?? fault }}
          />
        ) : state === "released" ? (
          <ContestActs {...named} acts={["withdraw"]} />
        ) : (
          <ContestActs {...named} acts={["submit", "withdraw"]} whyNot={{ submit: fault }} />
        )}
      </div>
    </Box>
  );
}
