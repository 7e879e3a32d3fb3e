"use client";

import { Field } from "@/components/forms/field";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { voidQuestionAction } from "../actions";

/** 作废, with the reason that everybody concerned is told. It cannot be taken back. */
export function VoidForm({ questionId }: { questionId: string }) {
  const { reply, submit, busy, fault } = useFormAction(voidQuestionAction);
  if (reply.data) {
    return (
      <p className="panel ok" role="status">
        {reply.data.isNew ? "已作废。" : "它早先已经作废了。"}更正了{reply.data.corrected}份答卷，其余的几分钟内更正完。
      </p>
    );
  }
  return (
    <ScriptForm send={submit} done={reply.data} className="grid gap-3">
      <input type="hidden" name="questionId" value={questionId} />
      <Field name="reason" label="为什么作废" required error={fault("reason") ?? reply.serverError} />
      <p>
        <button className="btn main" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在作废" : "作废这道题"}
        </button>
      </p>
    </ScriptForm>
  );
}
