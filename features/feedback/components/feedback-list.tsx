import type { ReactNode } from "react";
import type { FeedbackView } from "../view";
import { AnswerForm } from "./answer-form";

type Props = {
  items: FeedbackView[];
  mayAnswer: boolean;
  /** What can be done about the thing itself. */
  act: (item: FeedbackView) => ReactNode;
};

/** Reports and suggestions that wait for an answer. */
export function FeedbackList({ items, mayAnswer, act }: Props) {
  return (
    <ul className="thread">
      {items.map((item) => (
        <li key={item.id}>
          <p className="from">
            <span>
              {item.href ? (
                <a className="inline-link" href={item.href}>
                  {item.what}
                </a>
              ) : (
                item.what
              )}
            </span>
            <span className="nb">{item.at}</span>
          </p>
          <p className="said">{item.text}</p>
          {item.answer === null ? null : <p className="meta mt-1">答复：{item.answer}</p>}
          {item.answer === null ? (
            <div className="desk-acts">
              {mayAnswer ? (
                <details>
                  <summary className="btn">答复</summary>
                  <AnswerForm feedbackId={item.id} isSigned={item.isSigned} />
                </details>
              ) : null}
              {act(item)}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
