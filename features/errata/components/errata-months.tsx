import type { ReactNode } from "react";
import type { ErratumView, MonthOfErrata } from "../view";
import { ErratumItem } from "./erratum-item";

type Props = {
  months: MonthOfErrata[];
  /** What can be done about one. */
  act?: (item: ErratumView) => ReactNode;
};

/** The record by month, newest first. */
export function ErrataMonths({ months, act }: Props) {
  return months.map(({ month, title, items }) => (
    <section key={month} className="group" aria-labelledby={`month-${month}`}>
      <header>
        <h2 id={`month-${month}`}>{title}</h2>
        <span className="meta">{items.length}条</span>
      </header>
      <ul className="card thread">
        {items.map((item) => (
          <li key={item.id} id={`erratum-${item.id}`}>
            <ErratumItem {...item} />
            {act?.(item)}
          </li>
        ))}
      </ul>
    </section>
  ));
}
