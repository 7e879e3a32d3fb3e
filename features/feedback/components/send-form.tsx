"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Area } from "@/components/forms/area";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { sendFeedbackAction } from "../actions";

type Props = {
  targetKind: string;
  targetId: string;
  label: string;
  hint: string;
  back: { href: string; label: string };
};

/** 报告错误 and 意见建议: one field, one button. */
export function SendFeedbackForm({ targetKind, targetId, label, hint, back }: Props) {
  const { reply, submit, busy, fault } = useFormAction(sendFeedbackAction);
  if (reply.data?.done) {
    return (
      <div className="grid gap-4">
        <Panel tone="ok" title="收到了，谢谢。" live>
          {reply.data.promise}。
          {reply.data.isSigned ? "有了答复，会在“我的”里告诉你。" : "没有登录，答复不能告诉你本人。"}
        </Panel>
        <a className="btn wide" href={back.href}>
          {back.label}
        </a>
      </div>
    );
  }
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="送出" busyLabel="正在送出">
      <input type="hidden" name="targetKind" value={targetKind} />
      <input type="hidden" name="targetId" value={targetId} />
      <Area
        name="text"
        label={label}
        hint={hint}
        rows={6}
        maxLength={1000}
        required
        error={fault("text") ?? fault("targetKind")}
      />
    </ActionForm>
  );
}
