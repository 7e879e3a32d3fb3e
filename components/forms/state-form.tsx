"use client";

import { Panel } from "@/components/ui/state";
import { ScriptForm } from "./script-form";
import type { ActionReply } from "./use-form-action";

type Props = {
  /** What is sent: the thing, as it was read, and what it is to become. */
  fields: Readonly<Record<string, string | number>>;
  submit: (form: FormData) => void;
  reply: ActionReply<unknown>;
  busy: boolean;
  label: string;
  /** What will happen. */
  hint: string;
};

/** One act on what the page shows: what it will do, its button, and above it why it was not done. */
export function StateForm({ fields, submit, reply, busy, label, hint }: Props) {
  return (
    <ScriptForm send={submit} className="grid gap-3">
      {reply.serverError ? (
        <Panel tone="bad" title="没有办成。" live>
          {reply.serverError}
        </Panel>
      ) : null}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="meta">{hint}</p>
      <p>
        <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在办理" : label}
        </button>
      </p>
    </ScriptForm>
  );
}
