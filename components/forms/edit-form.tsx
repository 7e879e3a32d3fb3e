"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { Panel } from "@/components/ui/state";
import { ScriptForm } from "./script-form";
import type { ActionReply } from "./use-form-action";

type Values = Readonly<Record<string, string>>;

/** What the server answers to an edit: done, or what stands now because somebody else was quicker. */
type EditReply = {
  done?: boolean;
  note?: string;
  stale?: { version: number; values: Values; told: string[] };
};

type Props = {
  id: string;
  /** What stands, as the page has read it. */
  version: number;
  values: Values;
  submit: (form: FormData) => void;
  reply: ActionReply<EditReply>;
  busy: boolean;
  children: ReactNode;
};

/**
 * A form that edits what stands. When somebody else has changed it meanwhile nothing is written and nothing typed is
 * lost: what was done is told, the fields that this person has not touched take what stands now, and pressing the button
 * again saves over what was told.
 */
export function EditForm({ reply, version, ...props }: Props) {
  const { done, note, stale } = reply.data ?? {};
  return (
    <div className="grid gap-4">
      {done ? (
        <Panel tone="ok" title="已保存。" live>
          {note}
        </Panel>
      ) : null}
      {stale ? (
        <Panel tone="bad" title="还没有保存，你打开以后别人改过。" live>
          {stale.told.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
          你填的都还在，没有动过的几项换成了现在的。看过以后再按一次保存。
        </Panel>
      ) : null}
      {reply.serverError ? (
        <Panel tone="bad" title="没有办成。" live>
          {reply.serverError}
        </Panel>
      ) : null}
      <Fields key={version} version={version} stale={stale} {...props} />
    </div>
  );
}

/** Made anew with what was saved; until then the page's inputs hold what was typed. */
function Fields({
  id,
  version,
  values,
  stale,
  submit,
  busy,
  children,
}: Omit<Props, "reply"> & { stale: EditReply["stale"] }) {
  const form = useRef<HTMLFormElement>(null);
  const read = useRef(values);
  useEffect(() => {
    if (!stale || !form.current) return;
    for (const [name, value] of Object.entries(stale.values)) {
      const field = fieldOf(form.current, name);
      if (field && field.value === read.current[name]) field.value = value;
    }
    const number = fieldOf(form.current, "version");
    if (number) number.value = String(stale.version);
    read.current = stale.values;
  }, [stale]);
  return (
    <ScriptForm form={form} send={submit} className="grid gap-4">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" defaultValue={version} />
      {children}
      <p>
        <button className="btn main" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在保存" : "保存"}
        </button>
      </p>
    </ScriptForm>
  );
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : null;
}
