"use client";

import { Area } from "@/components/forms/area";
import { ActionForm } from "@/components/forms/action-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { answerObjectionAction } from "../actions";

/** 答复 one objection. */
export function AnswerObjectionForm({ objectionId }: { objectionId: string }) {
  const { reply, submit, busy, fault } = useFormAction(answerObjectionAction);
  return (
    <details>
      <summary className="btn">答复</summary>
      <div className="mt-3 max-w-md">
        <ActionForm submit={submit} reply={reply} busy={busy} label="送出答复" busyLabel="正在送出">
          <input type="hidden" name="objectionId" value={objectionId} />
          <Area
            name="answer"
            id={`answer-${objectionId}`}
            label="答复"
            hint="送到提出异议的人的消息里，也留在单位的页面上"
            rows={3}
            maxLength={500}
            required
            error={fault("answer")}
          />
        </ActionForm>
      </div>
    </details>
  );
}
