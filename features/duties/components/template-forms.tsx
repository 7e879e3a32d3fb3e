"use client";

import { StateForm } from "@/components/forms/state-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { issueTemplateAction, openTemplateAction } from "../actions/template";

/** 起草 the list of a year. */
export function OpenTemplateForm({ year }: { year: string }) {
  const { reply, submit, busy } = useFormAction(openTemplateAction);
  return (
    <StateForm
      fields={{ year }}
      {...{ submit, reply, busy }}
      label={`起草${year}年的清单`}
      hint="照最近一年的抄一份，第一次给一份常用的，都可以改。下发以前谁也不会收到。"
    />
  );
}

type Props = { year: string; version: number; isIssued: boolean };

/** 下发, or for an issued one making what is missing. */
export function IssueForm({ year, version, isIssued }: Props) {
  const { reply, submit, busy } = useFormAction(issueTemplateAction);
  return (
    <div className="grid gap-3">
      {reply.data ? (
        <Panel tone="ok" title="下发好了。" live>
          {reply.data.made === 0
            ? "各家的责任都已经有了，没有重复。"
            : `一共列出${reply.data.made}件，各家都能看到自己的。`}
        </Panel>
      ) : null}
      {isIssued ? null : (
        <StateForm
          fields={{ year, version }}
          {...{ submit, reply, busy }}
          label="下发给各家组织"
          hint="每家组织按工作日列出各期的责任。已经过了日子的不补要求。下发以后还可以改。"
        />
      )}
    </div>
  );
}
