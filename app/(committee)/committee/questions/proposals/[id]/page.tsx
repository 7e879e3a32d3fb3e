import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { PROPOSAL_STATE_LABELS } from "@/domain/quizzes/proposal";
import { QuestionPreview } from "@/features/attempts/components/question-preview";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { ProposalActs } from "@/features/proposals/components/proposal-acts";
import { ProposalForm } from "@/features/proposals/components/proposal-form";
import { loadProposal, type ProposalPage } from "@/features/proposals/loaders/load-proposal";

export const metadata: Metadata = { title: "题目草稿" };

type Props = { params: Promise<{ id: string }> };

export default async function ProposalPageRoute({ params }: Props) {
  const page = await loadProposal((await params).id);
  const { proposal } = page;
  if (proposal === null) return null;
  const isOpen = proposal.state === "draft" || proposal.state === "returned";
  const title = page.questionId === "" ? "题目草稿" : "更正一道题";
  return (
    <CommitteeConsole
      title={title}
      place={PROPOSAL_STATE_LABELS[proposal.state]}
      current="/committee/questions"
      who={page.who}
    >
      {proposal.state === "returned" ? <p className="panel wait mb-4">退回的原因：{proposal.reviewNote}</p> : null}
      <div className="cols lg:grid-cols-[minmax(0,1fr)_24rem]">
        {isOpen ? <Writing page={page} proposal={proposal} /> : <Reviewing page={page} proposal={proposal} />}
        <Box title="手机上的样子" note={isOpen ? "按存下的草稿" : ""}>
          <div className="px-4 py-3">
            <QuestionPreview key={proposal.version} item={page.item} />
          </div>
        </Box>
      </div>
    </CommitteeConsole>
  );
}

type Part = { page: ProposalPage; proposal: NonNullable<ProposalPage["proposal"]> };

function Writing({ page, proposal }: Part) {
  const { questionId, faults, topics, passages } = page;
  return (
    <Box title="题目" note="写了就存为草稿，成员看不到">
      <div className="px-4 py-3">
        <ProposalForm
          {...{ proposalId: proposal.id, version: proposal.version, content: proposal.content }}
          {...{ questionId, faults, topics, passages }}
        />
      </div>
    </Box>
  );
}

function Reviewing({ page, proposal }: Part) {
  if (proposal.state !== "submitted") {
    return (
      <Box title={PROPOSAL_STATE_LABELS[proposal.state]}>
        <p className="px-4 py-3">
          {proposal.state === "released" && proposal.questionId !== null ? (
            <a className="inline-link" href={`/committee/questions/${encodeURIComponent(proposal.questionId)}`}>
              看这道题
            </a>
          ) : (
            "这份草稿已经收回，没有发布。"
          )}
        </p>
      </Box>
    );
  }
  return (
    <Box title="复核" note="对照依据看题干、答案和解析">
      <div className="grid gap-4 px-4 py-3">
        {page.before ? (
          <details>
            <summary className="btn">对照现在的内容</summary>
            <div className="pt-3">
              <QuestionPreview item={page.before} />
            </div>
          </details>
        ) : null}
        <ProposalActs
          {...{ proposalId: proposal.id, version: proposal.version, whyNotRelease: page.whyNotRelease }}
          acts={["release", "return", "withdraw"]}
        />
      </div>
    </Box>
  );
}
