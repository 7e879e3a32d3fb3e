"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { issueCodeAction } from "../actions";

/** 发一次性口令 for one person: the code is shown here once. */
export function IssueCodeButton({ memberId, name }: { memberId: string; name: string }) {
  const { reply, submit, busy } = useFormAction(issueCodeAction);
  if (reply.data) {
    return (
      <p className="panel ok" role="status">
        {name}的一次性口令：<b className="nb">{reply.data.code}</b>
        ，24小时内有效，只显示这一次。请当面或打电话告诉本人。
      </p>
    );
  }
  return (
    <form action={submit}>
      <input type="hidden" name="memberId" value={memberId} />
      <button className="btn plain" type="submit" disabled={busy} aria-busy={busy}>
        发一次性口令
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}
