import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

export type Words = { label: string; hint?: string | undefined; error?: string | undefined };

const noteOf = (id: string): string => `${id}-note`;

/** What ties a control to its hint or fault. */
export function noteProps(id: string, { hint, error }: Omit<Words, "label">) {
  return {
    "aria-describedby": hint || error ? noteOf(id) : undefined,
    "aria-invalid": error ? true : undefined,
  };
}

/** A label, the control, and below it the fault, or else the hint. */
export function Labelled({ id, label, hint, error, children }: Words & { id: string; children: ReactNode }) {
  return (
    <div className="ask">
      <label htmlFor={id}>{label}</label>
      {children}
      {error ? (
        <p id={noteOf(id)} className="state bad">
          <Icon name="alert" />
          {error}
        </p>
      ) : hint ? (
        <p id={noteOf(id)} className="meta">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
