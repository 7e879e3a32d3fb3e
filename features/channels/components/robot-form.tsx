"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { addRobotAction, removeRobotAction } from "../actions";

type Props = { branchId: string; kinds: { value: string; label: string }[] };

/** 加群机器人. */
export function RobotForm({ branchId, kinds }: Props) {
  const { reply, submit, busy, fault } = useFormAction(addRobotAction);
  return (
    <div className="grid max-w-xl gap-4">
      {reply.data ? (
        <Panel tone="ok" title="加好了。" live>
          在名单里按“发一条试试”，看群里收到没有。
        </Panel>
      ) : null}
      <ActionForm submit={submit} reply={reply} busy={busy} label="加群机器人" busyLabel="正在保存">
        <input type="hidden" name="branchId" value={branchId} />
        <Choose name="kind" label="哪种群" options={kinds} error={fault("kind")} />
        <Field
          name="name"
          label="群的名字"
          hint="自己认得就行，例如 示例支部学习群"
          maxLength={30}
          required
          error={fault("name")}
        />
        <Field
          name="address"
          label="机器人的Webhook地址"
          type="url"
          autoComplete="off"
          hint="在群设置里添加自定义机器人，复制它给的地址。加密保存，以后只显示尾号"
          maxLength={500}
          required
          error={fault("address")}
        />
        <Field
          name="secret"
          label="签名密钥"
          type="password"
          autoComplete="off"
          hint="钉钉和飞书的安全设置选签名，把密钥填在这里；企业微信不用填"
          maxLength={200}
          error={fault("secret")}
        />
      </ActionForm>
    </div>
  );
}

/** 撤掉. */
export function RemoveRobotForm({ robotId, name }: { robotId: string; name: string }) {
  const { reply, submit, busy } = useFormAction(removeRobotAction);
  return (
    <form action={submit}>
      <input type="hidden" name="robotId" value={robotId} />
      <button className="btn" type="submit" disabled={busy} aria-busy={busy} aria-label={`撤掉${name}`}>
        {busy ? "正在撤" : "撤掉"}
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}
