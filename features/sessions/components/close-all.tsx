"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { closeAllSessionsAction } from "../actions";

/** 退出所有设备 */
export function CloseAll() {
  const { reply, submit, busy } = useFormAction(() => closeAllSessionsAction());
  return (
    <form action={submit}>
      <button className="btn wide" type="submit" disabled={busy} aria-busy={busy}>
        退出所有设备
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}
