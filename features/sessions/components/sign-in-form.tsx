"use client";

import { useState } from "react";
import { ScriptForm } from "@/components/forms/script-form";
import { Panel } from "@/components/ui/state";
import { startOidc } from "@/lib/auth/browser";
import { signIn, type SignInOutcome } from "../client";

const MESSAGES = {
  refused: {
    title: "没有登录成功。",
    text: "手机号（或工号）和密码对不上。忘了密码，可以请本支部的学习委员发一次性口令。",
  },
  throttled: { title: "试得太多了。", text: "为了防止别人猜密码，请稍等" },
  offline: { title: "没有连上服务器。", text: "填写的内容还在，有网后再按一次登录。" },
} as const;

/** Sign-in by mobile number or work number. `returnTo` is a path of this site. */
export function SignInForm({ returnTo, oidcName }: { returnTo: string; oidcName: string | null }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Extract<SignInOutcome, { ok: false }> | null>(null);

  async function submit(form: FormData) {
    setBusy(true);
    setFailure(null);
    const outcome = await signIn(String(form.get("login")), String(form.get("password")));
    if (outcome.ok) {
      window.location.assign(returnTo);
      return;
    }
    setFailure(outcome);
    setBusy(false);
  }

  return (
    <ScriptForm className="grid gap-4" send={(form) => void submit(form)}>
      {failure ? (
        <Panel tone="bad" title={MESSAGES[failure.reason].title} live>
          {MESSAGES[failure.reason].text}
          {failure.reason === "throttled" ? `${failure.minutes ?? 1}分钟再试。` : null}
        </Panel>
      ) : null}
      <div className="ask">
        <label htmlFor="login">手机号或工号</label>
        <input
          id="login"
          name="login"
          autoComplete="username"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={60}
          aria-describedby="login-hint"
        />
        <p id="login-hint" className="meta">
          工号写成“组织短码-工号”，比如SLZZ-0012
        </p>
      </div>
      <div className="ask">
        <label htmlFor="password">密码</label>
        <input id="password" name="password" type="password" autoComplete="current-password" required maxLength={200} />
      </div>
      <button className="btn main wide" type="submit" disabled={busy} aria-busy={busy}>
        {busy ? "正在登录" : "登录"}
      </button>
      {oidcName ? (
        <button className="btn wide" type="button" onClick={() => void startOidc(returnTo)}>
          用{oidcName}登录
        </button>
      ) : null}
    </ScriptForm>
  );
}
