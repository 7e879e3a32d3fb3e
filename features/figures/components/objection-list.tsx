import type { ReactNode } from "react";
import type { ObjectionView } from "../view/objections";

type Props = {
  items: ObjectionView[];
  /** Whose figure it is; left out on the organisation's own page. */
  withOrganisation: boolean;
  /** How an open one is answered; null where it is only read. */
  answerForm: ((item: ObjectionView) => ReactNode) | null;
};

/** Objections with the figure as it stood, what was said, and the answer. */
export function ObjectionList({ items, withOrganisation, answerForm }: Props) {
  return (
    <ul className="thread">
      {items.map((item) => (
        <li key={item.id}>
          <p className="from">
            <span>
              {withOrganisation ? (
                <>
                  <a className="inline-link" href={`/committee/organisations/${item.organisationId}#figures`}>
                    {item.organisation}
                  </a>
                  ，
                </>
              ) : null}
              {item.about}
            </span>
            <span className="nb">{item.at}</span>
          </p>
          <p className="said">{item.text}</p>
          {item.answer === null ? null : <p className="meta mt-1">答复：{item.answer}</p>}
          {item.answer === null && answerForm ? <div className="desk-acts">{answerForm(item)}</div> : null}
          {item.answer === null && !answerForm ? <p className="meta mt-1">等工委答复</p> : null}
        </li>
      ))}
    </ul>
  );
}
