"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { testRobotAction } from "../actions";

type Props = { robotId: string; name: string; isOff: boolean };

/** 发一条试试; a robot that was switched off is in use again when the message arrives. */
export function TestForm({ robotId, name, isOff }: Props) {
  const { reply, submit, busy } = useFormAction(testRobotAction);
  const label = isOff ? "试发并恢复" : "发一条试试";
  return (
    <form action={submit}>
      <input type="hidden" name="robotId" value={robotId} />
      <button className="btn" type="submit" disabled={busy} aria-busy={busy} aria-label={`${label}，${name}`}>
        {busy ? "正在发" : label}
      </button>
      <p role="status" className={reply.data?.ok === false || reply.serverError ? "state bad" : "meta"}>
        {reply.serverError ?? (reply.data ? wordsOf(reply.data) : "")}
      </p>
    </form>
  );
}

function wordsOf(result: { ok: true; resumed: boolean } | { ok: false; detail: string }): string {
  if (!result.ok) return `没有送到：${result.detail}`;
  return result.resumed ? "送到了，已经恢复使用。" : "送到了，到群里看看。";
}
