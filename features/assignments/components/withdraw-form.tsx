"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { withdrawAssignmentAction } from "../actions";

/** 撤回派发, with what it means before the press. */
export function WithdrawForm({ assignmentId }: { assignmentId: string }) {
  const { reply, submit, busy } = useFormAction(withdrawAssignmentAction);
  return (
    <details>
      <summary className="btn">撤回派发</summary>
      <form action={submit} className="mt-2 grid gap-2">
        <p className="second">撤回以后不再要求学，已经学完的照样算，得到的积分不收回。</p>
        <input type="hidden" name="assignmentId" value={assignmentId} />
        <p>
          <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
            {busy ? "正在撤回" : "确定撤回"}
          </button>
        </p>
        {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
      </form>
    </details>
  );
}
