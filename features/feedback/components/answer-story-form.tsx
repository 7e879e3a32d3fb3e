"use client";

import { Area } from "@/components/forms/area";
import { Choose } from "@/components/forms/choose";
import { useFormAction } from "@/components/forms/use-form-action";
import { answerFeedbackAction } from "../actions";
import type { FeedbackView } from "../view";
import { WhichReports } from "./which-reports";

const ENDS = [
  { value: "passed-on", label: "已请作者改" },
  { value: "not-wrong", label: "没有错" },
];

/** 答复 reports about a story: its text is its author's, so an error in it is mended by the author and not by a correction. */
export function AnswerStoryForm({ items }: { items: FeedbackView[] }) {
  const { reply, submit, busy, fault } = useFormAction(answerFeedbackAction);
  const first = items[0]?.id ?? "";
  return (
    <form action={submit} className="grid gap-3">
      <WhichReports items={items} />
      <Choose
        name="verdict"
        id={`verdict-${first}`}
        label="结果"
        options={ENDS}
        hint="选“已请作者改”，作者和审核的同志会在消息里收到下面的话"
        error={fault("verdict")}
      />
      <Area
        name="answer"
        id={`answer-${first}`}
        label="要改什么，或者为什么没有错"
        hint="登录以后报告的，答复也会送到本人的消息里"
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
    </form>
  );
}
