"use client";

import { Field } from "@/components/forms/field";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import type { TextWarning } from "@/domain/projects/warnings";
import { passProjectAction, turnDownProjectAction } from "../actions";
import { WarningList } from "./text-help";

type Named = { projectId: string; version: number };

/** 初审 or 复审: what could make somebody recognisable is read before it is passed. */
export function PassForm({ label, warnings, ...named }: Named & { label: string; warnings: readonly TextWarning[] }) {
  const { reply, submit, busy } = useFormAction(passProjectAction);
  return (
    <ScriptForm send={submit} done={reply.data} className="grid gap-3">
      <Hidden {...named} />
      {reply.serverError ? (
        <Panel tone="bad" title="没有通过。" live>
          {reply.serverError}
        </Panel>
      ) : null}
      {warnings.length === 0 ? (
        <p className="meta">没有发现电话、证件号、门牌号和联系人的姓名。还要通读一遍：读的人认不认得出是谁。</p>
      ) : (
        <>
          <WarningList warnings={warnings} />
          <label className="flex min-h-tap items-center gap-3">
            <input className="size-5 min-h-0 shrink-0" type="checkbox" name="seen" required />
            <span>逐处看过，读的人认不出是谁</span>
          </label>
        </>
      )}
      <p>
        <button className="btn main" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在办理" : label}
        </button>
      </p>
    </ScriptForm>
  );
}

const TURN_DOWN = {
  return: { label: "退回修改", hint: "改好以后重新初审、复审" },
  withdraw: { label: "撤回", hint: "不再公开，联系方式30天后删除；不能恢复，要办请另报" },
} as const;

export function TurnDownForm({ step, ...named }: Named & { step: "return" | "withdraw" }) {
  const { reply, submit, busy, fault } = useFormAction(turnDownProjectAction);
  const { label, hint } = TURN_DOWN[step];
  return (
    <ScriptForm send={submit} done={reply.data} className="grid gap-3">
      <Hidden {...named} />
      <input type="hidden" name="step" value={step} />
      <Field
        name="reason"
        id={`reason-${step}`}
        label="为什么"
        hint={hint}
        required
        maxLength={200}
        error={fault("reason") ?? reply.serverError}
      />
      <p>
        <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在办理" : label}
        </button>
      </p>
    </ScriptForm>
  );
}

function Hidden({ projectId, version }: Named) {
  return (
    <>
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
