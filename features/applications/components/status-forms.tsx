"use client";

import { useActionState, useEffect, useState } from "react";
import { keepSecretAction, openAccountAction, withdrawApplicationAction } from "../actions";

/** 设密码: leads on to an invitation. Works without script. */
export function OpenAccountForm() {
  const [reply, submit, busy] = useActionState(openAccountAction, {});
  return (
    <form action={submit} className="grid gap-3">
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
      <button className="btn main wide" type="submit" disabled={busy} aria-busy={busy}>
        给自己设一个密码
      </button>
    </form>
  );
}

/** 撤回申请. Works without script. */
export function WithdrawForm() {
  const [reply, submit, busy] = useActionState(withdrawApplicationAction, {});
  return (
    <form action={submit}>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
      <button className="btn plain" type="submit" disabled={busy} aria-busy={busy}>
        撤回申请
      </button>
    </form>
  );
}

/** The private address: what stands behind its `#` is handed to the server once, which never sees it otherwise. */
export function SecretReader() {
  const [isUnknown, setUnknown] = useState(false);
  useEffect(() => {
    const secret = location.hash.slice(1);
    if (secret.length < 40) return;
    void keepSecretAction({ secret }).then(
      (reply) => {
        if (reply.data?.isKnown) location.reload();
        else setUnknown(true);
      },
      () => setUnknown(true),
    );
  }, []);
  return isUnknown ? (
    <p className="panel bad" role="alert">
      这个网址对应的申请没有找到：网址不全，或者申请已经过了90天。请向支部要码再填一份。
    </p>
  ) : null;
}
