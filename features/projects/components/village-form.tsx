"use client";

import { useActionState } from "react";
import { Panel } from "@/components/ui/state";
import { proposeByLinkAction } from "../actions";
import { ContactFields } from "./contact-fields";
import { TextFields } from "./text-fields";
import { TextHelp } from "./text-help";

/** 申报 by a village's link: the browser sends it by itself when there is no script, and what was typed comes back. */
export function VillageForm({ token, submissionKey }: { token: string; submissionKey: string }) {
  const [reply, submit, busy] = useActionState(proposeByLinkAction, {});
  const faults = reply.data?.faults ?? {};
  const values = reply.data?.typed ?? {};
  const fault = (field: string): string | undefined => faults[field];
  const failed = reply.serverError ?? faults["form"] ?? faults["token"] ?? faults["submissionKey"];
  const isWrong = Object.keys(faults).length > 0;
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
      {failed || isWrong ? (
        <Panel tone="bad" title="没有交上去。" live>
          {failed ?? "有几处要改，写在下面各格的旁边，填写的都还在。"}
        </Panel>
      ) : null}
      <TextHelp key={JSON.stringify(values)}>
        <TextFields fault={fault} values={values} />
        <ContactFields fault={fault} values={values} />
      </TextHelp>
      <Agreed isGiven={isWrong} fault={faults["consent"]} />
      <button className="btn main wide" type="submit" disabled={busy} aria-busy={busy}>
        {busy ? "正在提交" : "提交给工作站"}
      </button>
    </form>
  );
}

function Agreed({ isGiven, fault }: { isGiven: boolean; fault: string | undefined }) {
  return (
    <div className="ask">
      <label className="flex min-h-tap items-center gap-3">
        <input className="size-5 min-h-0 shrink-0" type="checkbox" name="consent" required defaultChecked={isGiven} />
        <span>本人或监护人已经同意报这个项目、同意把联系方式给认领获准的人</span>
      </label>
      {fault ? <p className="state bad">{fault}</p> : null}
    </div>
  );
}
