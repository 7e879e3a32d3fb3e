"use client";

import { Field } from "@/components/forms/field";
import { StateForm } from "@/components/forms/state-form";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { retireQuestionAction, settleUpstreamAction } from "../actions";

/** 停用: with the reason; papers that have it keep it. */
export function RetireForm({ questionId }: { questionId: string }) {
  const { reply, submit, busy, fault } = useFormAction(retireQuestionAction);
  if (reply.data) return <p className="panel ok">已停用，新卷子里不会再有它。</p>;
  return (
    <ScriptForm send={submit} done={reply.data} className="grid gap-3">
      <input type="hidden" name="questionId" value={questionId} />
      <Field name="reason" label="为什么停用" required error={fault("reason") ?? reply.serverError} />
      <p>
        <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
          停用
        </button>
      </p>
    </ScriptForm>
  );
}

type Upstream = { questionId: string; upstreamId: string };

/** Which version holds: the one of the files, or one's own. */
export function UpstreamForms({ questionId, upstreamId }: Upstream) {
  const ours = useFormAction(settleUpstreamAction);
  const file = useFormAction(settleUpstreamAction);
  const fields = { questionId, upstreamId };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <StateForm
        {...ours}
        fields={{ ...fields, choice: "ours" }}
        label="还用本单位的"
        hint="学习库的这一版不再提醒，以后再有新的一版会再问"
      />
      <StateForm
        {...file}
        fields={{ ...fields, choice: "file" }}
        label="改用学习库的"
        hint="以后跟着学习库更新，本单位的改动不再用"
      />
    </div>
  );
}
