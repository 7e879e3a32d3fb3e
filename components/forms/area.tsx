import { Labelled, noteProps, type Words } from "./labelled";

type Props = Words & {
  name: string;
  id?: string;
  rows?: number;
  maxLength?: number;
  required?: boolean;
  defaultValue?: string | undefined;
};

/** One labelled field for several lines, with its hint and its fault beside it. */
export function Area({ name, id = name, label, hint, error, ...area }: Props) {
  return (
    <Labelled id={id} {...{ label, hint, error }}>
      <textarea id={id} name={name} {...noteProps(id, { hint, error })} {...area} />
    </Labelled>
  );
}
