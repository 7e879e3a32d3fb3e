"use client";

import { Area } from "@/components/forms/area";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { objectToResultAction, withdrawObjectionAction } from "../actions";

/** 记录不对: one sentence, and the record does not count until the branch has looked. */
export function ObjectForm({ assignmentId }: { assignmentId: string }) {
  const { reply, submit, busy, fault } = useFormAction(objectToResultAction);
  return (
    <details>
      <summary className="link quiet small">记录不对</summary>
      <ScriptForm send={submit} done={reply.data} className="grid gap-3">
        <input type="hidden" name="assignmentId" value={assignmentId} />
        <Area
          name="words"
          id={`words-${assignmentId}`}
          label="哪里不对"
          hint="现在的书记和学习委员会看到。核对以前，这条记录不计；他们答复以后，同一条记录不再核对第二次"
          rows={2}
          maxLength={200}
          required
          error={fault("words") ?? reply.serverError}
        />
        <p>
          <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
            {busy ? "正在送出" : "送出"}
          </button>
        </p>
      </ScriptForm>
    </details>
  );
}

/** 记录没错: the objection is taken back and the record counts again. */
export function WithdrawObjectionForm({ assignmentId, title }: { assignmentId: string; title: string }) {
  const { reply, submit, busy } = useFormAction(withdrawObjectionAction);
  return (
    <form action={submit}>
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <button
        className="btn"
        type="submit"
        disabled={busy}
        aria-busy={busy}
        aria-label={`《${title}》的记录没错，收回刚才的话`}
      >
        {busy ? "正在收回" : "记录没错，收回"}
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}
