import { Labelled, noteProps, type Words } from "./labelled";

type Props = Words & {
  name: string;
  options: { value: string; label: string }[];
  /** What an empty choice means; without it one must be chosen. */
  none?: string;
};

/** One labelled select with its hint and its fault beside it. */
export function Choose({ name, label, options, none, hint, error }: Props) {
  return (
    <Labelled id={name} {...{ label, hint, error }}>
      <select id={name} name={name} required={none === undefined} defaultValue="" {...noteProps(name, { hint, error })}>
        <option value="" disabled={none === undefined}>
          {none ?? "请选择"}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
