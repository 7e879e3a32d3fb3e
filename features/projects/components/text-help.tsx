"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { textWarnings, WARNING_LABELS, type TextWarning } from "@/domain/projects/warnings";

/** Says while it is typed what in the public text could make somebody recognisable. Nothing leaves the browser for it. */
export function TextHelp({ children }: { children: ReactNode }) {
  const [found, setFound] = useState<TextWarning[]>([]);
  const look = (event: FormEvent<HTMLDivElement>): void => {
    const form = event.currentTarget.closest("form");
    if (!form) return;
    const typed = new FormData(form);
    const textOf = (name: string): string => {
      const value = typed.get(name);
      return typeof value === "string" ? value : "";
    };
    const open = ["area", "title", "need", "conditions"].map(textOf).join("\n");
    const contact = { name: textOf("contactName"), address: textOf("contactAddress"), phone: textOf("contactPhone") };
    setFound(textWarnings(open, contact));
  };
  return (
    <div className="grid gap-4" onInput={look}>
      {children}
      <div role="status">{found.length === 0 ? null : <WarningList warnings={found} />}</div>
    </div>
  );
}

export function WarningList({ warnings }: { warnings: readonly TextWarning[] }) {
  return (
    <div className="panel wait">
      <b>公开的文字里有可能认出人的地方，请看一看：</b>
      <ul>
        {warnings.map(({ kind, found }) => (
          <li key={`${kind} ${found}`}>
            “{found}”{WARNING_LABELS[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}
