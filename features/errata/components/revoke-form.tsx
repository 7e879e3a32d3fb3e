"use client";

import { Field } from "@/components/forms/field";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { revokeErratumAction } from "../actions";

/** 撤销 a correction that was wrong itself, with the reason, which everybody reads. */
export function RevokeForm({ erratumId }: { erratumId: string }) {
  const { reply, submit, busy, fault } = useFormAction(revokeErratumAction);
  return (
    <details className="mt-2">
      <summary className="btn">撤销</summary>
      <ScriptForm send={submit} done={reply.data} className="grid gap-3">
        <input type="hidden" name="erratumId" value={erratumId} />
        <Field
          name="reason"
          id={`revoke-${erratumId}`}
          label="为什么撤销"
          hint="记录里留下这一条撤销了和为什么，原来登的字句不再显示"
          required
          maxLength={200}
          error={fault("reason") ?? reply.serverError}
        />
        <p>
          <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
            {busy ? "正在撤销" : "撤销这条更正"}
          </button>
        </p>
      </ScriptForm>
    </details>
  );
}
