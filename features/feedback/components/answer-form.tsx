"use client";

import { Area } from "@/components/forms/area";
import { useFormAction } from "@/components/forms/use-form-action";
import { answerFeedbackAction } from "../actions";

/** 答复 one report. */
export function AnswerForm({ feedbackId, isSigned }: { feedbackId: string; isSigned: boolean }) {
  const { reply, submit, busy, fault } = useFormAction(answerFeedbackAction);
  return (
    <form action={submit} className="grid gap-3">
      <input type="hidden" name="feedbackId" value={feedbackId} />
      <Area
        name="answer"
        id={`answer-${feedbackId}`}
        label="答复"
        hint={isSigned ? "答复会送到本人的消息里" : "送来的人没有登录，答复只留作记录"}
        rows={2}
        maxLength={500}
        required
        error={fault("answer") ?? reply.serverError}
      />
      <p>
        <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在答复" : "答复"}
        </button>
      </p>
    </form>
  );
}
