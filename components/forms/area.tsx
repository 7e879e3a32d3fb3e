import { Icon } from "@/components/ui/icon";

type Props = {
  name: string;
  id?: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  rows?: number;
  maxLength?: number;
  required?: boolean;
};

/** One labelled field for several lines, with its hint and its fault beside it. */
export function Area({ name, id = name, label, hint, error, ...area }: Props) {
  const noteId = `${id}-note`;
  return (
    <div className="ask">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        aria-describedby={hint || error ? noteId : undefined}
        aria-invalid={error ? true : undefined}
        {...area}
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
