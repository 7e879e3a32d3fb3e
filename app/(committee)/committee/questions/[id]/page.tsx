import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { formatInstant } from "@/domain/calendar/labels";
import { QUESTION_TYPE_LABELS } from "@/domain/quizzes/types";
import { QuestionPreview } from "@/features/attempts/components/question-preview";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { RetireForm, UpstreamForms } from "@/features/proposals/components/question-acts";
import { loadQuestion, type QuestionPage } from "@/features/proposals/loaders/load-bank";

export const metadata: Metadata = { title: "题目" };

type Props = { params: Promise<{ id: string }> };

/** One question of the bank: as members meet it, its versions, and what may be done. */
export default async function BankQuestionPage({ params }: Props) {
  const page = await loadQuestion(decodeURIComponent((await params).id));
  const { question } = page;
  return (
    <CommitteeConsole title="题目" place={question.id} current="/committee/questions" who={page.who}>
      {page.upstreamItem && question.upstreamId ? (
        <Box title="学习库有新的一版" note="先对照，再定用哪一版">
          <div className="grid gap-4 px-4 py-3">
            <QuestionPreview item={page.upstreamItem} />
            <UpstreamForms questionId={question.id} upstreamId={question.upstreamId} />
          </div>
        </Box>
      ) : null}
      <div className="cols lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Facts page={page} />
        <Box title="手机上的样子">
          <div className="px-4 py-3">
            <QuestionPreview item={page.item} />
          </div>
        </Box>
      </div>
    </CommitteeConsole>
  );
}

function Facts({ page }: { page: QuestionPage }) {
  const { question, topics, path, stateWord, originWord } = page;
  const { id, current, state, endReason, endedAt, versions } = question;
  const encoded = encodeURIComponent(id);
  return (
    <Box title={stateWord} note={originWord}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 px-4 py-3">
        <dt className="second">题型</dt>
        <dd>{QUESTION_TYPE_LABELS[current.type]}</dd>
        <dt className="second">主题</dt>
        <dd>{topics[current.topic] ?? current.topic}</dd>
        <dt className="second">版本</dt>
        <dd>{versions.map(({ number, createdAt }) => `第${number}版，${formatInstant(createdAt)}`).join("；")}</dd>
        {endReason ? (
          <>
            <dt className="second">原因</dt>
            <dd>
              {endReason}
              {endedAt ? `，${formatInstant(endedAt)}` : ""}
            </dd>
          </>
        ) : null}
      </dl>
      {state === "void" ? null : (
        <div className="grid gap-4 px-4 pb-4">
          <p className="flex flex-wrap gap-3">
            <a className="btn" href={`/committee/questions/new?corrects=${encoded}`}>
              更正
            </a>
            <a className="btn" href={`${path}/void`}>
              作废，人人按满分计
            </a>
          </p>
          {state === "active" ? (
            <details>
              <summary className="btn">停用</summary>
              <div className="max-w-xl pt-3">
                <RetireForm questionId={id} />
              </div>
            </details>
          ) : null}
        </div>
      )}
    </Box>
  );
}
