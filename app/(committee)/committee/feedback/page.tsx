import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { CorrectingLink } from "@/features/errata/components/correcting-link";
import { AnswerForm } from "@/features/feedback/components/answer-form";
import { FeedbackList } from "@/features/feedback/components/feedback-list";
import { loadCommitteeDesk, type CommitteeDesk } from "@/features/feedback/loaders";
import { AcceptLibraryForm } from "@/features/library/components/accept-form";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { RestoreButton } from "@/features/takedowns/components/restore-button";
import { TakeDownForm } from "@/features/takedowns/components/take-down-form";

export const metadata: Metadata = { title: "反馈与内容" };

/** 反馈与内容: reports and suggestions, what is taken down, the version of the library. */
export default async function FeedbackPage() {
  const desk = await loadCommitteeDesk();
  return (
    <CommitteeConsole title="反馈与内容" place={desk.place} current="/committee/feedback" who={desk.who}>
      <Feedback {...desk} />
      <Takedowns {...desk} />
      <div id="library">
        <LibraryVersion {...desk} />
      </div>
    </CommitteeConsole>
  );
}

function Feedback({ open, openCount, dueCount, answered, may }: CommitteeDesk) {
  const due = dueCount === 0 ? "先到期的在前" : `其中${dueCount}条今天到期或已经过期`;
  return (
    <>
      <Box title="等答复的反馈" note={openCount === 0 ? "都答复了" : `${openCount}条，${due}`}>
        {open.length === 0 ? <Empty title="没有等答复的反馈" hint="有人报告错误或提建议，会出现在这里" /> : null}
        <FeedbackList groups={open} act={(group) => <Acts group={group} may={may} />} />
      </Box>
      {answered.length === 0 ? null : (
        <Box title="最近答复的">
          <FeedbackList groups={answered} act={() => null} />
        </Box>
      )}
    </>
  );
}

function Acts({ group: { items, target }, may }: { group: CommitteeDesk["open"][number]; may: CommitteeDesk["may"] }) {
  return (
    <div className="desk-acts">
      {target && target.kind !== "story" && may.correct ? <CorrectingLink target={target} /> : null}
      {may.answer ? <Answering items={items} target={target} /> : null}
      {target && may.takeDown ? (
        <details>
          <summary className="btn">先撤下再核对</summary>
          <TakeDownForm target={target} />
        </details>
      ) : null}
    </div>
  );
}

function Answering({ items, target }: Pick<CommitteeDesk["open"][number], "items" | "target">) {
  const isStory = target?.kind === "story";
  return (
    <details>
      <summary className="btn">{target && !isStory ? "没有错" : "答复"}</summary>
      <AnswerForm items={items} about={isStory ? "story" : target ? "content" : "product"} />
    </details>
  );
}

function Takedowns({ takedowns, may }: CommitteeDesk) {
  return (
    <Box title="已撤下的内容" note={takedowns.length === 0 ? "没有" : `${takedowns.length}条`}>
      {takedowns.length === 0 ? (
        <p className="meta px-4 py-3">没有撤下的内容。撤下以后，页面、日历、订阅、题目里一分钟内都看不到它。</p>
      ) : null}
      <ul className="thread">
        {takedowns.map((item) => (
          <li key={item.id}>
            <p className="from">
              <span>
                {item.href ? (
                  <a className="inline-link" href={item.href}>
                    {item.what}
                  </a>
                ) : (
                  item.what
                )}
              </span>
              <span className="nb">{item.at}撤下</span>
            </p>
            <p>{item.reason}</p>
            {may.takeDown ? <RestoreButton takedownId={item.id} name={item.what} /> : null}
          </li>
        ))}
      </ul>
      {may.takeDown ? (
        <details className="px-4 py-3">
          <summary className="btn">撤下一条</summary>
          <TakeDownForm target={null} />
        </details>
      ) : null}
    </Box>
  );
}

function LibraryVersion({ library, may }: CommitteeDesk) {
  if (library === null) {
    return (
      <Box title="学习内容的版本">
        <p className="meta px-4 py-3">还没有载入学习内容。重新启动服务，或请管理员运行npm run content -- load。</p>
      </Box>
    );
  }
  const { accepted, digest } = library;
  const isCurrent = accepted?.isCurrent === true;
  return (
    <Box title="学习内容的版本" note={`版本${digest.slice(0, 8)}`}>
      <div className="grid max-w-xl gap-3 px-4 py-3">
        <p>
          {isCurrent
            ? `${accepted.reviewer}${accepted.on}审核通过。`
            : "这一版还没有经本单位审核，每一篇上都写着“待本单位审核”。看过课程、天天谈和题目之后，由一位同志署名审核。"}
          {accepted && !isCurrent ? `上一次审核：${accepted.reviewer}，${accepted.on}，之后内容有改动。` : ""}
        </p>
        {!isCurrent && may.accept ? <AcceptLibraryForm digest={digest} /> : null}
      </div>
    </Box>
  );
}
