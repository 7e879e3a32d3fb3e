"use client";

import { useFormAction, type FormAction } from "@/components/forms/use-form-action";
import { testOwnAction, testRobotAction } from "../actions";

type Result = { ok: boolean; detail?: string };
type Props<Data extends Result> = {
  action: FormAction<Data>;
  name: string;
  value: string;
  label: string;
  /** What the button is called where several stand on a page. */
  of: string;
  words: (result: Data & { ok: true }) => string;
};

/** A button that sends one message now, and what came of it below. */
function Trial<Data extends Result>({ action: { reply, submit, busy }, name, value, label, of, words }: Props<Data>) {
  const { data, serverError } = reply;
  const said = data === undefined ? "" : data.ok ? words(data as Data & { ok: true }) : `没有送到：${data.detail ?? ""}`;
  return (
    <form action={submit}>
      <input type="hidden" name={name} value={value} />
      <button className="btn" type="submit" disabled={busy} aria-busy={busy} aria-label={`${label}，${of}`}>
        {busy ? "正在发" : label}
      </button>
      <p role="status" className={data?.ok === false || serverError ? "state bad" : "meta"}>
        {serverError ?? said}
      </p>
    </form>
  );
}

/** 发一条试试; a robot that was switched off is in use again when the message arrives. */
export function TestForm({ robotId, name, isOff }: { robotId: string; name: string; isOff: boolean }) {
  const action = useFormAction(testRobotAction);
  return (
    <Trial
      {...{ action, name: "robotId", value: robotId, label: isOff ? "试发并恢复" : "发一条试试", of: name }}
      words={({ resumed }) => (resumed ? "送到了，已经恢复使用。" : "送到了，到群里看看。")}
    />
  );
}

const OWN = { email: "电子邮件", "web-push": "浏览器通知" } as const;

/** 发一条试试 to oneself: the mail address, or all one's browsers. */
export function TestOwnForm({ channel }: { channel: keyof typeof OWN }) {
  const action = useFormAction(testOwnAction);
  const words = ({ arrived }: { arrived: number }) =>
    channel === "email" ? "交给邮件服务器了，到邮箱里看看，也看看垃圾箱。" : `发到了${arrived}台设备。`;
  return <Trial {...{ action, name: "channel", value: channel, label: "发一条试试", of: OWN[channel], words }} />;
}
