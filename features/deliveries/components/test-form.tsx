"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { testOwnAction, testRobotAction } from "../actions";
import type { OwnWay } from "../schema";

/** What came of it in words; `isBad` when nothing arrived. */
type Said = { words: string; isBad: boolean };
type Props = {
  submit: (form: FormData) => void;
  busy: boolean;
  field: { name: string; value: string };
  label: string;
  /** What it goes to, where several such buttons stand on a page. */
  to: string;
  said: Said;
};

/** A button that sends one message now, and what came of it below. */
function Trial({ submit, busy, field, label, to, said }: Props) {
  return (
    <form action={submit}>
      <input type="hidden" {...field} />
      <button className="btn" type="submit" disabled={busy} aria-busy={busy} aria-label={`${label}，${to}`}>
        {busy ? "正在发" : label}
      </button>
      <p role="status" className={said.isBad ? "state bad" : "meta"}>
        {said.words}
      </p>
    </form>
  );
}

type Result<Good> = (Good & { ok: true }) | { ok: false; detail: string };

function saidOf<Good>(
  reply: { data?: Result<Good> | undefined; serverError?: string | undefined },
  good: (result: Good) => string,
): Said {
  if (reply.serverError !== undefined) return { words: reply.serverError, isBad: true };
  if (reply.data === undefined) return { words: "", isBad: false };
  return reply.data.ok
    ? { words: good(reply.data), isBad: false }
    : { words: `没有送到：${reply.data.detail}`, isBad: true };
}

type RobotProps = { robotId: string; name: string; isOff: boolean };

/** 发一条试试; a robot that was switched off is in use again when the message arrives. */
export function TestForm({ robotId, name, isOff }: RobotProps) {
  const { reply, submit, busy } = useFormAction(testRobotAction);
  const said = saidOf<{ resumed: boolean }>(reply, ({ resumed }) =>
    resumed ? "送到了，已经恢复使用。" : "送到了，到群里看看。",
  );
  const label = isOff ? "试发并恢复" : "发一条试试";
  return <Trial {...{ submit, busy, label, to: name, said }} field={{ name: "robotId", value: robotId }} />;
}

const OWN: Readonly<Record<OwnWay, string>> = { email: "电子邮件", "web-push": "浏览器通知" };

/** 发一条试试 to oneself: to the mail address, or to all one's browsers. */
export function TestOwnForm({ channel }: { channel: OwnWay }) {
  const { reply, submit, busy } = useFormAction(testOwnAction);
  const said = saidOf<{ arrived: number }>(reply, ({ arrived }) =>
    channel === "email" ? "交给邮件服务器了，到邮箱里看看，也看看垃圾箱。" : `发到了${arrived}台设备。`,
  );
  const field = { name: "channel", value: channel };
  return <Trial {...{ submit, busy, field, label: "发一条试试", to: OWN[channel], said }} />;
}
