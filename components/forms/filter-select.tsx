type FilterChoice = { value: string; label: string };

type Props = {
  name: string;
  label: string;
  /** What the empty choice means; left out when one of the choices always holds. */
  all?: string;
  value: string;
  choices: readonly FilterChoice[];
};

/** One filter of a plain GET form: its choice stands in the address. */
export function FilterSelect({ name, label, all, value, choices }: Props) {
  return (
    <div className="ask">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        {all === undefined ? null : <option value="">{all}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
