"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { State } from "@/components/ui/state";
import { turnChannelAction } from "../actions";

type Props = { channel: string; label: string; isOn: boolean };

/** One way of being reached: whether it is on, and the button that turns it. */
export function TurnForm({ channel, label, isOn }: Props) {
  const { reply, submit, busy } = useFormAction(turnChannelAction);
  const verb = isOn ? "停收" : "恢复";
  return (
    <form action={submit} className="flex flex-wrap items-center justify-between gap-2">
      <input type="hidden" name="channel" value={channel} />
      <input type="hidden" name="to" value={isOn ? "off" : "on"} />
      <State tone={isOn ? "ok" : "plain"}>{isOn ? "在收" : "已停收"}</State>
      <button className="btn" type="submit" disabled={busy} aria-busy={busy} aria-label={`${verb}${label}`}>
        {busy ? "正在保存" : verb}
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}
