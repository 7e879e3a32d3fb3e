"use client";

import type { ReactNode } from "react";
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

/** The frame of a form: its fault above, its fields, its one main button. */
export function ActionForm({ submit, reply, busy, label, busyLabel, keeps = false, children }: Props) {
  return (
    <ScriptForm send={submit} done={keeps ? undefined : reply.data} className="grid gap-4">
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
