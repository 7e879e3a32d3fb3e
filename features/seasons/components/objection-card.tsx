"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Area } from "@/components/forms/area";
import { Choose } from "@/components/forms/choose";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { objectToSeasonAction } from "../actions";

const ABOUT = [
  { value: "points", label: "我的积分" },
  { value: "place", label: "榜上的名次" },
];

/** 提出异议 while the result stands for objection. */
export function ObjectToSeasonForm({ quarter }: { quarter: string }) {
  const { reply, submit, busy, fault } = useFormAction(objectToSeasonAction);
  if (reply.data?.done) {
    return (
      <Panel tone="ok" title="收到了。" live>
        工委核对流水以后答复，答复会送到你的消息里。
      </Panel>
    );
  }
  return (
    <details>
      <summary className="btn">提出异议</summary>
      <div className="mt-3">
        <ActionForm submit={submit} reply={reply} busy={busy} label="送出" busyLabel="正在送出">
          <input type="hidden" name="quarter" value={quarter} />
          <Choose name="about" label="哪一样不对" options={ABOUT} error={fault("about")} />
          <Area
            name="text"
            label="哪里不对"
            hint="写明应该是什么、为什么。只有工委看得到"
            rows={4}
            maxLength={500}
            required
            error={fault("text")}
          />
        </ActionForm>
      </div>
    </details>
  );
}
