"use client";

import { useId, useState } from "react";
import type { AnswerValue, IdAndText } from "@/domain/quizzes/types";

type Props = {
  left: readonly IdAndText[];
  right: readonly IdAndText[];
  value: AnswerValue | null;
  onAnswer: (value: AnswerValue | null) => void;
};

/** Matching by native selects. What is chosen a second time moves there: each text on the right is used once. */
export function MatchingInput({ left, right, value, onAnswer }: Props) {
  const base = useId();
  const [said, setSaid] = useState("");
  const pairs: Readonly<Record<string, string>> =
    value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, string>) : {};
  const textOf = new Map([...left, ...right].map(({ id, text }) => [id, text]));

  const join = (leftId: string, rightId: string) => {
    const from = Object.keys(pairs).find((each) => each !== leftId && pairs[each] === rightId);
    const rest = Object.entries(pairs).filter(([each]) => each !== leftId && each !== from);
    const next = Object.fromEntries(rightId === "" ? rest : [...rest, [leftId, rightId]]);
    setSaid(rightId !== "" && from !== undefined ? `已从“${textOf.get(from) ?? ""}”移到这里` : "");
    onAnswer(Object.keys(next).length === 0 ? null : next);
  };

  return (
    <div className="grid gap-3">
      {left.map(({ id, text }) => (
        <div className="ask pair" key={id}>
          <label htmlFor={base + id}>{text}</label>
          <select id={base + id} value={pairs[id] ?? ""} onChange={(event) => join(id, event.target.value)}>
            <option value="">选一项</option>
            {right.map((option) => (
              <option key={option.id} value={option.id}>
                {option.text}
              </option>
            ))}
          </select>
        </div>
      ))}
      <p className="meta" role="status">
        {said}
      </p>
    </div>
  );
}
