"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { ActionReply } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";

type Made = { name?: string; made?: number; note?: string; login?: string; link?: string; done?: boolean };

type Props = {
  submit: (form: FormData) => void;
  reply: ActionReply<Made>;
  busy: boolean;
  label: string;
  children: ReactNode;
};

function told({ name, made, note = "" }: Made): string {
  if (made !== undefined) return `建好了${made}个工作站。${note}`;
  return name === undefined ? "已保存。" : `“${name}”登记好了。`;
}

/** A form of the checklist: what was made last is told above the empty form, so that the next one can follow. */
export function SetupForm({ submit, reply, busy, label, children }: Props) {
  const { data } = reply;
  return (
    <div className="grid max-w-xl gap-4 p-4">
      {data ? (
        <Panel tone="ok" title={told(data)} live>
          {data.link ? (
            <>
              请把登录名{data.login}和下面的邀请链接只发给本人，链接14天内有效，只显示这一次：
              <b className="block break-all select-all">{data.link}</b>
            </>
          ) : null}
          <a className="link flex min-h-tap items-center" href="/admin">
            回到清单，看下一步
          </a>
        </Panel>
      ) : null}
      <ActionForm submit={submit} reply={reply} busy={busy} label={label} busyLabel="正在保存">
        {children}
      </ActionForm>
    </div>
  );
}
