"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { acceptInvitationAction } from "../actions";

export function AcceptForm({ token }: { token: string }) {
  const { reply, submit, busy, fault } = useFormAction(acceptInvitationAction);
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="同意并开始使用" busyLabel="正在保存">
      <input type="hidden" name="token" value={token} />
      <Field
        name="password"
        label="给自己设一个密码"
        type="password"
        autoComplete="new-password"
        required
        hint="8个字符以上，不要用手机号或工号"
        error={fault("password")}
      />
      <Field
        name="again"
        label="再输一次"
        type="password"
        autoComplete="new-password"
        required
        error={fault("again")}
      />
      <div className="ask">
        <label className="flex min-h-tap items-center gap-3">
          <input
            className="size-5 shrink-0"
            style={{ minHeight: 0, width: "1.25rem" }}
            type="checkbox"
            name="consent"
            required
          />
          <span>我看过上面的说明，同意这样使用我的信息</span>
        </label>
        {fault("consent") ? <p className="state bad">{fault("consent")}</p> : null}
      </div>
    </ActionForm>
  );
}
