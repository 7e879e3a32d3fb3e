"use client";

import { useState } from "react";
import type { Choices } from "../view";

type Props = { groups: Choices[]; ticked: string[]; error: string | undefined };

/** Lessons by course, entries by month, quizzes: boxes to tick, and above them what is ticked. */
export function TargetPicker({ groups, ticked, error }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(ticked));
  const toggle = (value: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(value);
    else next.delete(value);
    setChosen(next);
  };
  const titles = groups.flatMap(({ items }) => items.filter(({ value }) => chosen.has(value)));
  return (
    <fieldset className="ask">
      <legend>学什么</legend>
      <p className="meta" role="status">
        {titles.length === 0
          ? "可以一次选几项"
          : `选了${titles.length}项：${titles.map(({ title }) => title).join("、")}`}
      </p>
      {groups.map(({ title, items }) => (
        <details
          key={title}
          className="check-group"
          open={items.some(({ value }) => ticked.includes(value)) || groups.length === 1}
        >
          <summary>
            {title}
            <span className="meta">　{items.length}项</span>
          </summary>
          <div className="check-list">
            {items.map((item) => (
              <label key={item.value} className="check-item">
                <input
                  type="checkbox"
                  name="target"
                  value={item.value}
                  checked={chosen.has(item.value)}
                  onChange={(event) => toggle(item.value, event.target.checked)}
                />
                <span>
                  {item.title}
                  {item.day ? <span className="meta">　{item.day}</span> : null}
                </span>
              </label>
            ))}
          </div>
        </details>
      ))}
      {error ? <p className="state bad">{error}</p> : null}
    </fieldset>
  );
}
