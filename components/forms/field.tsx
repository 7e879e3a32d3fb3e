import type { InputHTMLAttributes } from "react";
import { Labelled, noteProps, type Words } from "./labelled";

type Props = InputHTMLAttributes<HTMLInputElement> & Words & { name: string };

/** One labelled input with its hint and its fault beside it. */
export function Field({ name, id = name, label, hint, error, ...input }: Props) {
  return (
    <Labelled id={id} {...{ label, hint, error }}>
      <input id={id} name={name} {...noteProps(id, { hint, error })} {...input} />
    </Labelled>
  );
}
