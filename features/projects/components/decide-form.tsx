"use client";

import { Field } from "@/components/forms/field";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import type { StationAct } from "@/domain/projects/claims";
import { decideClaimAction } from "../actions";

const ASKED: Readonly<Record<StationAct, { label: string; hint: string } | null>> = {
  approve: null,
  confirm: { label: "一句感谢", hint: "可以不写；写了，认领的人看得到" },
  refuse: { label: "为什么不同意", hint: "认领的人看得到；排在后面的接上" },
  reopen: { label: "还差什么", hint: "认领的人看得到，接着办" },
  release: { label: "为什么放回", hint: "认领的人看得到；排在后面的接上" },
};

/** One thing the station says to a claim. */
export function DecideForm({ claimId, act, label }: { claimId: string; act: StationAct; label: string }) {
  const { reply, submit, busy, fault } = useFormAction(decideClaimAction);
  const asked = ASKED[act];
  const refused = fault("words") ?? reply.serverError;
  return (
    <ScriptForm send={submit} done={reply.data} className="grid max-w-xl gap-3">
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="act" value={act} />
      {asked === null ? null : (
        <Field
          name="words"
          id={`words-${act}-${claimId}`}
          label={asked.label}
          hint={asked.hint}
          required={act !== "confirm"}
          maxLength={200}
          error={refused}
        />
      )}
      {asked === null && refused ? (
        <p className="state bad" role="alert">
          {refused}
        </p>
      ) : null}
      <p>
        <button
          className={act === "approve" || act === "confirm" ? "btn main" : "btn"}
          type="submit"
          disabled={busy}
          aria-busy={busy}
        >
          {busy ? "正在办理" : label}
        </button>
      </p>
    </ScriptForm>
  );
}
