import type { InputHTMLAttributes } from "react";
import { Labelled, noteProps, type Words } from "./labelled";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & Words & { name: string };

/** One labelled input with its hint and its fault beside it. */
export function Field({ name, label, hint, error, ...input }: Props) {
  return (
    <Labelled id={name} {...{ label, hint, error }}>
      <input id={name} name={name} {...noteProps(name, { hint, error })} {...input} />
    </Labelled>
  );
}
