"use client";

import { useEffect, useRef, useState } from "react";
import type { AnswerValue, IdAndText } from "@/domain/quizzes/types";
import { Icon } from "@/components/ui/icon";

type Props = {
  options: readonly IdAndText[];
  value: AnswerValue | null;
  onAnswer: (value: AnswerValue) => void;
};

/** Ordering without dragging: each item moves up or down by a button, which keeps the focus. */
export function OrderingInput({ options, value, onAnswer }: Props) {
  const [said, setSaid] = useState("");
  const refocus = useRef<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const given = Array.isArray(value) ? (value as readonly string[]) : null;
  const order = given ?? options.map(({ id }) => id);
  const textOf = new Map(options.map(({ id, text }) => [id, text]));

  useEffect(() => {
    if (refocus.current === null) return;
    list.current?.querySelector<HTMLButtonElement>(`[data-move="${refocus.current}"]`)?.focus();
    refocus.current = null;
  });

  const move = (id: string, step: -1 | 1) => {
    const from = order.indexOf(id);
    const to = from + step;
    if (to < 0 || to >= order.length) return;
    const next = order.filter((each) => each !== id);
    next.splice(to, 0, id);
    refocus.current = `${id}${step}`;
    setSaid(`${textOf.get(id) ?? ""}，现在是第${to + 1}项`);
    onAnswer(next);
  };

  return (
    <div className="grid gap-3">
      <ol className="order" ref={list}>
        {order.map((id, index) => (
          <li key={id}>
            <b aria-hidden="true">{index + 1}</b>
            <span>{textOf.get(id)}</span>
            {([-1, 1] as const).map((step) => (
              <button
                key={step}
                type="button"
                className="icon-btn"
                data-move={`${id}${step}`}
                aria-disabled={step === -1 ? index === 0 : index === order.length - 1}
                aria-label={`${step === -1 ? "上移" : "下移"}：${textOf.get(id) ?? ""}`}
                onClick={() => move(id, step)}
              >
                <Icon name={step === -1 ? "up" : "down"} />
              </button>
            ))}
          </li>
        ))}
      </ol>
      {given === null ? (
        <button type="button" className="btn" onClick={() => onAnswer(order)}>
          就是这个顺序
        </button>
      ) : null}
      <span className="vh" role="status">
        {said}
      </span>
    </div>
  );
}
