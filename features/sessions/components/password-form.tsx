"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { changePasswordAction } from "../actions";

export function PasswordForm() {
  const { reply, submit, busy, fault } = useFormAction(changePasswordAction);
  if (reply.data?.done) {
    return (
      <Panel tone="ok" title="新密码已保存。" live>
        其他设备都已退出，这台设备不用重新登录。
      </Panel>
    );
  }
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="保存新密码" busyLabel="正在保存">
      <Field
        name="current"
        label="现在的密码"
        type="password"
        autoComplete="current-password"
        required
        error={fault("current")}
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
