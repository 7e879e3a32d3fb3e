import { Icon } from "@/components/ui/icon";

type Props = {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  /** What an empty choice means; without it one must be chosen. */
  none?: string;
  hint?: string;
  error?: string | undefined;
};

/** One labelled select with its hint and its fault beside it. */
export function Choose({ name, label, options, none, hint, error }: Props) {
  const noteId = `${name}-note`;
  return (
    <div className="ask">
      <label htmlFor={name}>{label}</label>
      <select
        id={name}
        name={name}
        required={none === undefined}
        defaultValue=""
        aria-describedby={hint || error ? noteId : undefined}
        aria-invalid={error ? true : undefined}
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
