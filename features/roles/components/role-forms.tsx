"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { grantRoleAction, renewRoleAction, revokeRoleAction } from "../actions";
import type { GrantChoices } from "../types";

/** 任命: role, place, term. */
export function GrantRoleForm({
  memberId,
  choices,
  today,
}: {
  memberId: string;
  choices: GrantChoices;
  today: string;
}) {
  const { reply, submit, busy, fault } = useFormAction(grantRoleAction);
  return (
    <div className="grid gap-4">
      {reply.data?.done ? <Panel tone="ok" title={reply.data.done} live /> : null}
      <ActionForm submit={submit} reply={reply} busy={busy} label="任命" busyLabel="正在任命">
        <input type="hidden" name="memberId" value={memberId} />
        <Choose name="role" label="职责" options={choices.roles} error={fault("role")} />
        <Choose
          name="scope"
          label="管哪里"
          options={choices.places}
          hint="职责后面写着管哪一类地方，这里选同一类的"
          error={fault("scope")}
        />
        <Field
          name="other"
          label="上面选了“别的”，在这里写名称"
          maxLength={120}
          hint="支部全称，有同名的写成“工作站，支部名”；单位写全称或组织短码"
          error={fault("other")}
        />
        <Field name="since" type="date" label="第一天" defaultValue={today} required error={fault("since")} />
        <Field
          name="until"
          type="date"
          label="最后一天（可不填）"
          hint="不填就没有期限；填了，到期前14天会提醒"
          error={fault("until")}
        />
      </ActionForm>
    </div>
  );
}

type OfGrant = { grantId: string; what: string };

/** 续任 with one press; the day proposed may be changed. */
export function RenewForm({ grantId, what, until }: OfGrant & { until: string }) {
  const { reply, submit, busy, fault } = useFormAction(renewRoleAction);
  const wrong = fault("until") ?? reply.serverError;
  return (
    <ScriptForm send={submit} done={reply.data} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="grantId" value={grantId} />
      <label className="field">
        <em>续到</em>
        <input type="date" name="until" defaultValue={until} required aria-label={`${what}续到`} />
      </label>
      <button className="btn" type="submit" disabled={busy} aria-busy={busy} aria-label={`${what}，续任`}>
        续任
      </button>
      {wrong ? (
        <span className="state bad" role="alert">
          {wrong}
        </span>
      ) : null}
    </ScriptForm>
  );
}

/** 撤回任命, at once. */
export function RevokeButton({ grantId, what }: OfGrant) {
  const { reply, submit, busy } = useFormAction(revokeRoleAction);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="grantId" value={grantId} />
      <button className="btn plain" type="submit" disabled={busy} aria-busy={busy} aria-label={`撤回${what}`}>
        撤回
      </button>
      {reply.serverError ? (
        <span className="state bad" role="alert">
          {reply.serverError}
        </span>
      ) : null}
    </form>
  );
}
