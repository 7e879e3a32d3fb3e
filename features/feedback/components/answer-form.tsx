"use client";

import { Area } from "@/components/forms/area";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { answerFeedbackAction } from "../actions";
import type { FeedbackView } from "../view";
import { WhichReports } from "./which-reports";

type Props = { items: FeedbackView[]; label: string };

/** 答复 one report, or several about the same thing with the same words. */
export function AnswerForm({ items, label }: Props) {
  const { reply, submit, busy, fault } = useFormAction(answerFeedbackAction);
  const signed = items.filter(({ isSigned }) => isSigned).length;
  const told = signed === items.length ? "答复会送到本人的消息里" : "登录以后送来的，答复会送到本人的消息里";
  return (
    <ScriptForm send={submit} done={reply.data} className="grid gap-3">
      <WhichReports items={items} />
      <Area
        name="answer"
        id={`answer-${items[0]?.id ?? ""}`}
        label={label}
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
