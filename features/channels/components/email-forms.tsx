"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { confirmEmailAction, removeEmailAction, requestEmailAction } from "../actions";

/** 填邮箱: a code is sent there. */
export function EmailForm({ label }: { label: string }) {
  const { reply, submit, busy, fault } = useFormAction(requestEmailAction);
  return (
    <ActionForm keeps submit={submit} reply={reply} busy={busy} label={label} busyLabel="正在发">
      <Field
        name="address"
        label="邮箱"
        type="email"
        inputMode="email"
        autoComplete="email"
        hint="加密保存，只用来给你发通知"
        maxLength={254}
        required
        error={fault("address")}
      />
    </ActionForm>
  );
}

/** 填确认码. */
export function EmailCodeForm() {
  const { reply, submit, busy, fault } = useFormAction(confirmEmailAction);
  return (
    <ActionForm keeps submit={submit} reply={reply} busy={busy} label="确认邮箱" busyLabel="正在确认">
      <Field
        name="code"
        label="邮件里的确认码"
        autoComplete="one-time-code"
        hint="八位，三十分钟内有效。没收到，看看垃圾箱"
        maxLength={40}
        required
        error={fault("code")}
      />
    </ActionForm>
  );
}

/** 删掉邮箱. */
export function RemoveEmailForm() {
  const { reply, submit, busy } = useFormAction(() => removeEmailAction());
  return (
    <form action={submit}>
      <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
        {busy ? "正在删" : "删掉这个邮箱"}
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}
