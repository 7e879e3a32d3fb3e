import type { InputHTMLAttributes } from "react";
import { Icon } from "@/components/ui/icon";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
};

/** One labelled input with its hint and its fault beside it. */
export function Field({ name, label, hint, error, ...input }: Props) {
  const noteId = `${name}-note`;
  return (
    <div className="ask">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        aria-describedby={hint || error ? noteId : undefined}
        aria-invalid={error ? true : undefined}
        {...input}
      />
      {error ? (
        <p id={noteId} className="state bad">
          <Icon name="alert" />
          {error}
        </p>
      ) : hint ? (
        <p id={noteId} className="meta">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
