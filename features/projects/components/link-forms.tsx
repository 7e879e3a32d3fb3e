"use client";

import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { issueProjectLinkAction, revokeProjectLinkAction } from "../actions";
import { LINK_DAYS } from "../constants";

/** 发链接 for one village. */
export function IssueLinkForm({ stations }: { stations: { value: string; label: string }[] }) {
  const { reply, submit, busy, fault } = useFormAction(issueProjectLinkAction);
  const [only] = stations;
  return (
    <ScriptForm send={submit} done={reply.data} className="grid max-w-xl gap-3">
      {stations.length === 1 && only ? (
        <input type="hidden" name="stationId" value={only.value} />
      ) : (
        <Choose name="stationId" label="哪个工作站的" options={stations} error={fault("stationId")} />
      )}
      <Field
        name="area"
        label="村或社区"
        hint="从这个链接报上来的项目，都写这个村社"
        required
        maxLength={20}
        error={fault("area") ?? reply.serverError}
      />
      <Choose
        name="days"
        label="有效期"
        value="90"
        options={LINK_DAYS.map((days) => ({ value: String(days), label: `${days}天` }))}
        error={fault("days")}
      />
      <p>
        <button className="btn main" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在办理" : "发链接"}
        </button>
      </p>
    </ScriptForm>
  );
}

export function RevokeLinkForm({ linkId, area }: { linkId: string; area: string }) {
  const { reply, submit, busy } = useFormAction(revokeProjectLinkAction);
  return (
    <form action={submit}>
      <input type="hidden" name="linkId" value={linkId} />
      <button className="btn plain" type="submit" disabled={busy} aria-busy={busy} aria-label={`撤回${area}的链接`}>
        撤回
      </button>
      {reply.serverError ? (
        <p className="state bad" role="alert">
          {reply.serverError}
        </p>
      ) : null}
    </form>
  );
}
