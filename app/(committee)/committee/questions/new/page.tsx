import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { ProposalForm } from "@/features/proposals/components/proposal-form";
import { loadNewProposal } from "@/features/proposals/loaders/load-proposal";

export const metadata: Metadata = { title: "写一道题" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A new question, or with `?corrects=<id>` the correction of one. */
export default async function NewQuestionPage({ searchParams }: Props) {
  const { corrects } = await searchParams;
  const page = await loadNewProposal(typeof corrects === "string" ? corrects : "");
  const title = page.questionId === "" ? "写一道题" : "更正一道题";
  return (
    <CommitteeConsole title={title} place={page.questionId} current="/committee/questions" who={page.who}>
      <Box title="题目" note="写了就存为草稿，成员看不到">
        <div className="max-w-2xl px-4 py-3">
          <ProposalForm
            {...{ proposalId: "", version: 0, questionId: page.questionId, content: page.content, faults: [] }}
            {...{ topics: page.topics, passages: page.passages }}
          />
        </div>
      </Box>
    </CommitteeConsole>
  );
}
