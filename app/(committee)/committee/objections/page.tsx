import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { AnswerObjectionForm } from "@/features/figures/components/answer-form";
import { ObjectionList } from "@/features/figures/components/objection-list";
import { loadObjections } from "@/features/figures/loaders/objections";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "数据异议" };

/** What organisations say about their figures. */
export default async function ObjectionsPage() {
  const { who, place, open, answered, mayAnswer } = await loadObjections();
  return (
    <CommitteeConsole title="数据异议" place={place} current="/committee/objections" who={who}>
      <Box title="等答复的异议" note={open.length === 0 ? "都答复了" : `${open.length}条，先来的在前`}>
        {open.length === 0 ? (
          <Empty title="没有等答复的异议" hint="单位在“本单位”页面上说哪一项数据不对，会出现在这里" />
        ) : (
          <ObjectionList
            items={open}
            withOrganisation
            answerForm={mayAnswer ? ({ id }) => <AnswerObjectionForm objectionId={id} /> : null}
          />
        )}
      </Box>
      {answered.length === 0 ? null : (
        <Box title="最近答复的" note={`${answered.length}条`}>
          <ObjectionList items={answered} withOrganisation answerForm={null} />
        </Box>
      )}
    </CommitteeConsole>
  );
}
