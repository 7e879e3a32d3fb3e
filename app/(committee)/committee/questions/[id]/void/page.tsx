import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { VoidForm } from "@/features/voidings/components/void-form";
import { loadVoiding, type VoidingPage } from "@/features/voidings/loaders";

export const metadata: Metadata = { title: "作废题目" };

type Props = { params: Promise<{ id: string }> };

/** 作废一道题: said before what it does to whom, and afterwards what it did. */
export default async function VoidQuestionPage({ params }: Props) {
  const { id } = await params;
  const page = await loadVoiding(decodeURIComponent(id));
  return (
    <CommitteeConsole title="作废题目" place={page.questionId} current="/committee/questions" who={page.who}>
      <Box title="这道题">
        <p className="px-4 py-3">{page.stem}</p>
      </Box>
      {page.voided === null ? <Before {...page} /> : <After voided={page.voided} touched={page.touched} />}
    </CommitteeConsole>
  );
}

function Before({ questionId, isRetired, touched }: VoidingPage) {
  const { attempts, recalls, people } = touched;
  return (
    <Box title="作废以后">
      <div className="grid max-w-xl gap-3 px-4 py-3">
        <p>
          {isRetired ? "这道题已经停用，新卷子里不会有它。" : "新卷子里不再有这道题。"}
          答过它的人人按满分计：{attempts}份答卷和{recalls}次回想会更正，涉及{people}人。
          {"因此通过的，补记积分；每个人都会收到一条消息。已经结算的季度名次不变。作废不能撤回。"}
        </p>
        <VoidForm questionId={questionId} />
      </div>
    </Box>
  );
}

function After({ voided, touched }: Pick<VoidingPage, "touched"> & { voided: NonNullable<VoidingPage["voided"]> }) {
  const left = touched.attempts;
  return (
    <Box title="已作废" note={voided.on}>
      <div className="grid max-w-xl gap-3 px-4 py-3">
        <p>{voided.reason}</p>
        <p className={left === 0 ? "state ok" : "state wait"}>
          更正了{voided.corrected}份答卷
          {left === 0 ? "，都更正完了" : `，还有${left}份，几分钟内更正完，可以离开这一页`}
        </p>
      </div>
    </Box>
  );
}
