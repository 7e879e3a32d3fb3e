import type { ErratumView } from "../view";

type Props = Pick<ErratumView, "what" | "href" | "on" | "note" | "words" | "instead">;

/** One correction: when, of what, what it said and what it says. */
export function ErratumItem({ what, href, on, note, words, instead }: Props) {
  return (
    <>
      <p className="meta">
        {on}更正，{note}
      </p>
      <h3 className="font-medium">
        {href === null ? (
          what
        ) : (
          <a className="inline-link" href={href}>
            {what}
          </a>
        )}
      </h3>
      {words === null ? (
        <p className="meta mt-1">{instead}</p>
      ) : (
        <dl className="erratum">
          <dt>原来</dt>
          <dd>{words.wrong}</dd>
          <dt>现在</dt>
          <dd>{words.correct}</dd>
        </dl>
      )}
    </>
  );
}
