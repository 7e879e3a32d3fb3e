"use client";

import { useActionState } from "react";
import { Field } from "@/components/forms/field";
import { Panel } from "@/components/ui/state";
import { applyAction } from "../actions";
import type { JoinPage } from "../loaders/load-join";

/** 申请加入: the browser sends it by itself when there is no script, and what was typed comes back with its faults. */
export function ApplyForm({ token, secret }: Pick<JoinPage, "token" | "secret">) {
  const [reply, submit, busy] = useActionState(applyAction, {});
  const faults = reply.data?.faults ?? {};
  const typed = reply.data?.typed;
  const failed = reply.serverError ?? faults["form"] ?? faults["secret"] ?? faults["token"];
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="secret" value={secret} />
      {failed ? (
        <Panel tone="bad" title="没有交上去。" live>
          {failed}
        </Panel>
      ) : null}
      <Field
        name="name"
        label="姓名"
        autoComplete="name"
        required
        maxLength={60}
        defaultValue={typed?.name}
        hint="写支部名单上的姓名"
        error={faults["name"]}
      />
      <Field
        name="login"
        label="手机号或工号"
        autoComplete="username"
        required
        maxLength={60}
        defaultValue={typed?.login}
        hint="以后用它登录：11位手机号，或“组织短码-工号”"
        error={faults["login"]}
      />
      <Consent isGiven={typed !== undefined} fault={faults["consent"]} />
      <button className="btn main wide" type="submit" disabled={busy} aria-busy={busy}>
        {busy ? "正在提交" : "提交申请"}
      </button>
    </form>
  );
}

function Consent({ isGiven, fault }: { isGiven: boolean; fault: string | undefined }) {
  return (
    <div className="ask">
      <label className="flex min-h-tap items-center gap-3">
        <input
          className="size-5 min-h-0 shrink-0"
          type="checkbox"
          name="consent"
          required
          defaultChecked={isGiven && fault === undefined}
        />
        <span>我看过上面的说明，同意这样使用我的信息</span>
      </label>
      {fault ? <p className="state bad">{fault}</p> : null}
    </div>
  );
}
