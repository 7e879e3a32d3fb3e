"use client";

import { Field } from "@/components/forms/field";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { acceptLibraryAction } from "../actions";

/** 审核通过, by somebody whose name is kept. */
export function AcceptLibraryForm({ digest }: { digest: string }) {
  const { reply, submit, busy, fault } = useFormAction(acceptLibraryAction);
  return (
    <ScriptForm send={submit} done={reply.data} className="grid gap-3">
      <input type="hidden" name="digest" value={digest} />
      <Field
        name="reviewer"
        label="审核人姓名"
        autoComplete="name"
        required
        maxLength={20}
        error={fault("reviewer") ?? reply.serverError}
      />
      <p>
        <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在记下" : "审核通过这一版"}
        </button>
      </p>
    </ScriptForm>
  );
}
