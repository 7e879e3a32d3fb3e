"use client";

import { startTransition, useEffect, useRef, type ReactNode } from "react";
import { Panel } from "@/components/ui/state";
import { ScriptForm } from "./script-form";
import type { ActionReply } from "./use-form-action";

type Props = {
  submit: (form: FormData) => void;
  reply: ActionReply<unknown>;
  busy: boolean;
  label: string;
  busyLabel: string;
  /** For a form that edits what stands: its fields keep what was saved. */
  keeps?: boolean;
  children: ReactNode;
};

/**
 * The frame of a form: its fault above, its fields, its one main button. What was typed stays until it has succeeded;
 * a form's own `action` would clear it after a refusal as well.
 */
export function ActionForm({ submit, reply, busy, label, busyLabel, keeps = false, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const succeeded = reply.data !== undefined;
  useEffect(() => {
    if (succeeded && !keeps) form.current?.reset();
  }, [succeeded, keeps, reply]);
  return (
    <ScriptForm form={form} send={(fields) => startTransition(() => submit(fields))} className="grid gap-4">
      {reply.serverError ? (
        <Panel tone="bad" title="没有办成。" live>
          {reply.serverError}
        </Panel>
      ) : null}
      {children}
      <button className="btn main wide" type="submit" disabled={busy} aria-busy={busy}>
        {busy ? busyLabel : label}
      </button>
    </ScriptForm>
  );
}
