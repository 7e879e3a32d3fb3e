"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { issueJoinCodeAction, revokeJoinCodeAction } from "../actions";
import type { JoinCodeBox } from "../loaders/load-applications";

/** 支部码: made, printed, replaced and withdrawn. */
export function JoinCode({ box }: { box: JoinCodeBox }) {
  const { branchId, code } = box;
  const issue = useFormAction(issueJoinCodeAction);
  const revocation = useFormAction(revokeJoinCodeAction);
  const fault = issue.reply.serverError ?? issue.fault("days") ?? revocation.reply.serverError;
  return (
    <div className="grid max-w-2xl gap-3 px-4 py-3">
      <p>名单上没有的人，扫支部码填一份申请，支部确认以后才能加入。码可以贴在活动室，不用一个一个发。</p>
      {code ? (
        <>
          <p>
            现在的支部码{code.since}发出，{code.until}前有效：
            <b className="break-all">{code.link}</b>
          </p>
          <p className="flex flex-wrap gap-3">
            <a className="btn" href="/branch/invitations/poster" target="_blank" rel="noreferrer">
              打印海报
            </a>
          </p>
        </>
      ) : (
        <p className="meta">现在没有可以用的支部码。</p>
      )}
      {fault ? (
        <p className="state bad" role="alert">
          {fault}
        </p>
      ) : null}
      <form action={issue.submit} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="branchId" value={branchId} />
        <div className="ask">
          <label htmlFor="days">有效期</label>
          <select id="days" name="days" defaultValue="30">
            <option value="7">7天</option>
            <option value="30">30天</option>
            <option value="90">90天</option>
          </select>
        </div>
        <button className="btn" type="submit" disabled={issue.busy} aria-busy={issue.busy}>
          {code ? "换一个支部码" : "发支部码"}
        </button>
      </form>
      {code ? (
        <>
          <form action={revocation.submit}>
            <input type="hidden" name="branchId" value={branchId} />
            <button className="btn plain" type="submit" disabled={revocation.busy} aria-busy={revocation.busy}>
              撤回支部码
            </button>
          </form>
          <p className="meta">换过或撤回以后，贴出去的海报就扫不开了；已经交上来的申请不受影响。</p>
        </>
      ) : null}
    </div>
  );
}
