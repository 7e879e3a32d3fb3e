"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { createInvitationAction } from "../actions";

/** 发邀请 for one person who has not signed in yet: the link is shown here once. */
export function InviteButton({ memberId, name }: { memberId: string; name: string }) {
  const { reply, submit, busy } = useFormAction(createInvitationAction);
  if (reply.data) {
    return (
      <p className="panel ok" role="status">
        {name}的邀请，14天内有效，只显示这一次：
        <b className="break-all">{reply.data.link}</b>
      </p>
    );
  }
  return (
    <form action={submit}>
      <input type="hidden" name="memberId" value={memberId} />
      <button className="btn plain" type="submit" disabled={busy} aria-busy={busy}>
        发邀请
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}
