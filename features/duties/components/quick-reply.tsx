"use client";

import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { DEFERRAL_LABELS } from "@/domain/duties/acts";
import { deferDutyAction, reportDutyAction } from "../actions/doing";

type Props = {
  dutyId: string;
  version: number;
  title: string;
  /** The day to which one tap puts it off, and its page for another. */
  proposed: { date: string; words: string };
  href: string;
};

/** Of what needs no word of explanation. */
const ONE_TAP = ["shutdown", "night-shift", "overhaul"] as const;

/** One tap: done, done offline, or put off with a reason. */
export function QuickReply({ dutyId, version, title, proposed, href }: Props) {
  const report = useFormAction(reportDutyAction);
  const defer = useFormAction(deferDutyAction);
  const busy = report.busy || defer.busy;
  const said = report.reply.serverError ?? defer.reply.serverError ?? defer.fault("until") ?? defer.fault("reason");
  const seen = (
    <>
      <input type="hidden" name="dutyId" value={dutyId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <div className="grid gap-2">
      {said ? (
        <p className="state bad" role="alert">
          {said}
        </p>
      ) : null}
      <form action={report.submit} className="grid grid-cols-2 gap-2 sm:flex">
        {seen}
        <button className="btn" name="manner" value="reported" disabled={busy} aria-label={`${title}做了`}>
          做了
        </button>
        <button className="btn" name="manner" value="offline" disabled={busy} aria-label={`${title}已线下完成`}>
          已线下完成
        </button>
      </form>
      <details>
        <summary className="btn wide sm:w-auto" aria-label={`推迟${title}`}>
          推迟
        </summary>
        <ScriptForm send={defer.submit} done={defer.reply.data} className="mt-2 flex flex-wrap items-center gap-2">
          {seen}
          <input type="hidden" name="until" value={proposed.date} />
          <span className="meta">推迟到{proposed.words}，因为</span>
          {ONE_TAP.map((reason) => (
            <button key={reason} className="btn" name="reason" value={reason} disabled={busy}>
              {DEFERRAL_LABELS[reason]}
            </button>
          ))}
          <a className="btn plain" href={href}>
            别的原因或日子
          </a>
        </ScriptForm>
      </details>
    </div>
  );
}
