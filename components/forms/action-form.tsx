"use client";

import type { ReactNode } from "react";
import { Panel } from "@/components/ui/state";
import type { ActionReply } from "./use-form-action";

type Props = {
  submit: (form: FormData) => void;
  reply: ActionReply<unknown>;
  busy: boolean;
  label: string;
  busyLabel: string;
  children: ReactNode;
};

/** The frame of a form: its fault above, its fields, its one main button. */
export function ActionForm({ submit, reply, busy, label, busyLabel, children }: Props) {
  return (
    <form action={submit} className="grid gap-4">
      {reply.serverError ? (
        <Panel tone="bad" title="没有办成。" live>
          {reply.serverError}
        </Panel>
      ) : null}
      {children}
      <button className="btn main wide" type="submit" disabled={busy} aria-busy={busy}>
        {busy ? busyLabel : label}
      </button>
    </form>
  );
}
