"use client";

import { useState } from "react";
import type { FeedbackView } from "../view";

/** Which of several reports are answered, all of them to begin with; with a single one there is nothing to choose. */
export function WhichReports({ items }: { items: readonly Pick<FeedbackView, "id" | "at" | "text">[] }) {
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const turn = (id: string) =>
    leave((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  const chosen = items.filter(({ id }) => !left.has(id));
  return (
    <>
      <input type="hidden" name="feedbackIds" value={chosen.map(({ id }) => id).join(",")} />
      {items.length < 2 ? null : (
        <fieldset className="grid gap-1">
          <legend className="meta">哪几条一起办</legend>
          {items.map(({ id, at, text }) => (
            <label key={id} className="flex min-h-tap items-center gap-2">
              <input
                className="size-5 min-h-0 shrink-0"
                type="checkbox"
                checked={!left.has(id)}
                onChange={() => turn(id)}
              />
              <span className="line-clamp-2">
                {at}，{text}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
