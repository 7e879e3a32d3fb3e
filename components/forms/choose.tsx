import { Labelled, noteProps, type Words } from "./labelled";

type Props = Words & {
  name: string;
  /** Where two forms of a page have a field of this name. */
  id?: string;
  /** What is chosen already. */
  value?: string;
  options: { value: string; label: string }[];
  /** What an empty choice means; without it one must be chosen. */
  none?: string;
};

/** One labelled select with its hint and its fault beside it. */
export function Choose({ name, id = name, value = "", label, options, none, hint, error }: Props) {
  return (
    <Labelled id={id} {...{ label, hint, error }}>
      <select
        id={id}
        name={name}
        required={none === undefined}
        defaultValue={value}
        {...noteProps(id, { hint, error })}
      >
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
