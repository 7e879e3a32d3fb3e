import type { ReactNode } from "react";
import type { ObjectionLine } from "../view";

type Props<Item extends ObjectionLine> = { items: Item[]; act?: (item: Item) => ReactNode };

/** Objections to a quarter's result: who and about what, what was said, what was answered. */
export function ObjectionThread<Item extends ObjectionLine>({ items, act }: Props<Item>) {
  return (
    <ul className="thread">
      {items.map((item) => (
        <li key={item.id}>
          <p className="from">
            <span>{item.head}</span>
            <span className="nb">{item.at}</span>
          </p>
          <p className="said">{item.text}</p>
          {item.answer === null ? null : <p className="meta mt-1">答复：{item.answer}</p>}
          {item.correction === null ? null : <p className="meta mt-1">{item.correction}</p>}
          {item.answer === null ? (
            <div className="desk-acts">{act ? act(item) : <p className="meta">等工委答复</p>}</div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
