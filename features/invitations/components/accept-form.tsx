"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { startOidc } from "@/lib/auth/browser";
import { acceptByOidcAction, acceptInvitationAction } from "../actions";

export function AcceptForm({ token, oidcName }: { token: string; oidcName: string | null }) {
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
          <input className="size-5 min-h-0 shrink-0" type="checkbox" name="consent" required />
          <span>我看过上面的说明，同意这样使用我的信息</span>
        </label>
        {fault("consent") ? <p className="state bad">{fault("consent")}</p> : null}
      </div>
      {oidcName ? <AcceptByOidc name={oidcName} /> : null}
    </ActionForm>
  );
}

/** The other way to accept: no password, the outside identity is linked. Consent is asked for all the same. */
function AcceptByOidc({ name }: { name: string }) {
  const [fault, setFault] = useState<string | null>(null);

  async function start(form: HTMLFormElement | null) {
    if (!form) return;
    const { token, consent } = Object.fromEntries(new FormData(form));
    const reply = await acceptByOidcAction({ token: String(token), consent: consent as "on" });
    const refused = reply?.serverError ?? reply?.validationErrors?.fieldErrors.consent?.[0];
    if (refused) setFault(refused);
    else await startOidc("/me");
  }

  return (
    <>
      <button className="btn wide" type="button" onClick={(event) => void start(event.currentTarget.form)}>
        同意，用{name}登录，不设密码
      </button>
      {fault ? (
        <p className="state bad" role="alert">
          {fault}
        </p>
      ) : null}
    </>
  );
}
