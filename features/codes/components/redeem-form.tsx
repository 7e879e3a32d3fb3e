"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { redeemCodeAction } from "../actions";

export function RedeemForm() {
  const { reply, submit, busy, fault } = useFormAction(redeemCodeAction);
  if (reply.data?.done) {
    return (
      <div className="grid gap-4">
        <Panel tone="ok" title="新密码已保存。" live>
          用它登录就可以了。
        </Panel>
        <a className="btn main wide" href="/sign-in">
          去登录
        </a>
      </div>
    );
  }
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="设新密码" busyLabel="正在保存">
      <Field name="login" label="手机号或工号" autoComplete="username" required error={fault("login")} />
      <Field
        name="code"
        label="一次性口令"
        autoComplete="one-time-code"
        required
        hint="学习委员、工委或管理员给你的，24小时内有效"
        error={fault("code")}
      />
      <Field
        name="next"
        label="新密码"
        type="password"
        autoComplete="new-password"
        required
        hint="8个字符以上，不要用手机号或工号"
        error={fault("next")}
      />
      <Field
        name="again"
        label="再输一次新密码"
        type="password"
        autoComplete="new-password"
        required
        error={fault("again")}
      />
    </ActionForm>
  );
}
