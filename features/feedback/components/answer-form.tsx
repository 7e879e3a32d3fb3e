"use client";

import { Area } from "@/components/forms/area";
import { Choose } from "@/components/forms/choose";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { answerFeedbackAction } from "../actions";
import type { FeedbackView } from "../view";
import { WhichReports } from "./which-reports";

type About = "story" | "content" | "product";
type Props = { items: FeedbackView[]; about: About };

const LABELS: Readonly<Record<About, string>> = {
  story: "要改什么，或者为什么没有错",
  content: "为什么没有错",
  product: "答复",
};

/** The text of a story is its author's: an error in it is mended by the author and not by a correction. */
const ENDS_OF_STORY = [
  { value: "passed-on", label: "已请作者改" },
  { value: "not-wrong", label: "没有错" },
];

/** 答复 one report, or several about the same thing with the same words. */
export function AnswerForm({ items, about }: Props) {
  const { reply, submit, busy, fault } = useFormAction(answerFeedbackAction);
  const first = items[0]?.id ?? "";
  const signed = items.filter(({ isSigned }) => isSigned).length;
  const told = signed === items.length ? "答复会送到本人的消息里" : "登录以后送来的，答复会送到本人的消息里";
  return (
    <ScriptForm send={submit} done={reply.data} className="grid gap-3">
      <WhichReports items={items} />
      {about === "story" ? (
        <Choose
          name="verdict"
          id={`verdict-${first}`}
          label="结果"
          options={ENDS_OF_STORY}
          hint="选“已请作者改”，作者和审核的同志会在消息里收到下面的话"
          error={fault("verdict")}
        />
      ) : null}
      <Area
        name="answer"
        id={`answer-${first}`}
        label={LABELS[about]}
        hint={signed === 0 ? "送来的人没有登录，答复只留作记录" : told}
        rows={2}
        maxLength={500}
        required
        error={fault("answer") ?? fault("feedbackIds") ?? reply.serverError}
      />
      <p>
        <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在答复" : "答复"}
        </button>
      </p>
    </ScriptForm>
  );
}
