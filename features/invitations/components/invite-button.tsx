"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { createInvitationAction, revokeInvitationsAction } from "../actions";

/** 发邀请 for one person who has not signed in yet: the link is shown here once. 撤回 ends the links sent before. */
export function InviteButton({ memberId, name }: { memberId: string; name: string }) {
  const { reply, submit, busy } = useFormAction(createInvitationAction);
  const withdrawal = useFormAction(revokeInvitationsAction);
  if (withdrawal.reply.data) {
    const count = withdrawal.reply.data.revoked;
    return (
      <p className="panel ok" role="status">
        {count > 0 ? `发给${name}的邀请已撤回，链接打不开了。` : `没有发给${name}而还能用的邀请。`}
      </p>
    );
  }
  if (reply.data) {
    return (
      <p className="panel ok" role="status">
        {name}的邀请，14天内有效，只显示这一次：
        <b className="break-all">{reply.data.link}</b>
      </p>
    );
  }
  const fault = reply.serverError ?? withdrawal.reply.serverError;
  return (
    <form action={submit}>
      <input type="hidden" name="memberId" value={memberId} />
      <button className="btn plain" type="submit" disabled={busy} aria-busy={busy}>
        发邀请
      </button>
      <button className="btn plain" type="submit" formAction={withdrawal.submit} disabled={withdrawal.busy}>
        撤回邀请
      </button>
      {fault ? <p className="state bad">{fault}</p> : null}
    </form>
  );
}
