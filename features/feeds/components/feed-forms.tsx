"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { renewFeedAction, revokeFeedAction } from "../actions";

/** 要一个地址, 换一个地址. */
export function RenewFeedForm({ label }: { label: string }) {
  const { reply, submit, busy } = useFormAction(() => renewFeedAction());
  return (
    <form action={submit}>
      <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
        {busy ? "正在办" : label}
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}

/** 作废地址. */
export function RevokeFeedForm() {
  const { reply, submit, busy } = useFormAction(() => revokeFeedAction());
  return (
    <form action={submit}>
      <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
        {busy ? "正在作废" : "作废"}
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}
