"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Choose } from "@/components/forms/choose";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { setPushHourAction } from "../actions";

type Props = { branchId: string; at: string; hours: readonly string[] };

/** 每天几点: the choice of the branch; people turn it off for themselves under 我的. */
export function HourForm({ branchId, at, hours }: Props) {
  const { reply, submit, busy, fault } = useFormAction(setPushHourAction);
  return (
    <div className="grid max-w-xl gap-4 p-4">
      {reply.data ? (
        <Panel tone="ok" title={reply.data.words} live>
          今天已经发过的不再发。
        </Panel>
      ) : null}
      <ActionForm keeps submit={submit} reply={reply} busy={busy} label="保存" busyLabel="正在保存">
        <input type="hidden" name="branchId" value={branchId} />
        <Choose
          name="at"
          label="每天什么时候推送"
          hint="晚上九点半到早上七点不推送"
          value={at}
          options={[...hours.map((hour) => ({ value: hour, label: hour })), { value: "off", label: "不推送" }]}
          error={fault("at")}
        />
      </ActionForm>
    </div>
  );
}
