"use client";

import { useEffect, useRef, useState } from "react";
import type { AnswerValue, KeyedText } from "@/domain/quizzes/types";
import { CHECK, DOWN, Drawn, UP } from "@/components/ui/drawn";
import type { RecallQuestion } from "../types";

type Props<Question = RecallQuestion> = {
  question: Question;
  value: AnswerValue | undefined;
  onAnswer: (value: AnswerValue | null) => void;
};
type Typed<Type extends RecallQuestion["type"]> = Extract<RecallQuestion, { type: Type }>;
type Listed = Extract<RecallQuestion, { options: unknown }>;

const listOf = (value: AnswerValue | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : typeof value === "string" ? [value] : [];

const VERDICTS: readonly KeyedText[] = [
  { key: "true", text: "说法正确" },
  { key: "false", text: "说法错误" },
];

/** The native inputs of a question, by its type. */
export function RecallInputs({ question, value, onAnswer }: Props) {
  switch (question.type) {
    case "single":
      return <Choices id={question.id} options={question.options} chosen={listOf(value)} onPick={onAnswer} />;
    case "true-false": {
      const chosen = value === undefined ? [] : [String(value)];
      return <Choices id={question.id} options={VERDICTS} chosen={chosen} onPick={(key) => onAnswer(key === "true")} />;
    }
    case "multiple": {
      const chosen = listOf(value);
      const pick = (key: string, isOn: boolean) =>
        onAnswer(
          question.options.map((option) => option.key).filter((each) => (each === key ? isOn : chosen.includes(each))),
        );
      return <Choices id={question.id} options={question.options} chosen={chosen} onPick={pick} isMultiple />;
    }
    case "fill":
      return <Blanks question={question} value={value} onAnswer={onAnswer} />;
    case "ordering":
      return <Order question={question} value={value} onAnswer={onAnswer} />;
    case "matching":
      return <Pairs question={question} value={value} onAnswer={onAnswer} />;
  }
}

type ChoicesProps = {
  id: string;
  options: readonly KeyedText[];
  chosen: readonly string[];
  onPick: (key: string, isOn: boolean) => void;
  isMultiple?: boolean;
};

function Choices({ id, options, chosen, onPick, isMultiple = false }: ChoicesProps) {
  return (
    <div className="opts">
      {options.map(({ key, text }, index) => (
        <label key={key} className={isMultiple ? "opt many" : "opt"}>
          <b aria-hidden="true">{String.fromCharCode(65 + index)}</b>
          <span>{text}</span>
          <Drawn path={CHECK} small />
          <input
            type={isMultiple ? "checkbox" : "radio"}
            name={id}
            value={key}
            checked={chosen.includes(key)}
            onChange={(event) => onPick(key, event.target.checked)}
          />
        </label>
      ))}
    </div>
  );
}

function Blanks({ question, value, onAnswer }: Props<Typed<"fill">>) {
  const texts = listOf(value);
  const blanks = Array.from({ length: question.blanks }, (_, index) => texts[index] ?? "");
  return (
    <div className="grid gap-3">
      {blanks.map((text, at) => (
        <div className="ask" key={at}>
          <label htmlFor={`${question.id}-${at}`}>{blanks.length === 1 ? "填在这里" : `第${at + 1}个空`}</label>
          <input
            id={`${question.id}-${at}`}
            type="text"
            value={text}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => onAnswer(blanks.map((each, index) => (index === at ? event.target.value : each)))}
          />
        </div>
      ))}
    </div>
  );
}

function Order({ question, value, onAnswer }: Props<Listed>) {
  const [said, setSaid] = useState("");
  const moved = useRef("");
  const list = useRef<HTMLOListElement>(null);
  const order = value === undefined ? question.options.map(({ key }) => key) : listOf(value);
  const textOf = new Map(question.options.map(({ key, text }) => [key, text]));

  // The button that was pressed keeps the focus when its row has moved.
  useEffect(() => {
    if (moved.current === "") return;
    list.current?.querySelector<HTMLButtonElement>(`[data-move="${moved.current}"]`)?.focus();
    moved.current = "";
  });

  const move = (key: string, step: number) => {
    const to = order.indexOf(key) + step;
    if (to < 0 || to >= order.length) return;
    const next = order.filter((each) => each !== key);
    next.splice(to, 0, key);
    moved.current = `${key}${step}`;
    setSaid(`${textOf.get(key) ?? ""}，现在是第${to + 1}项`);
    onAnswer(next);
  };

  return (
    <>
      <ol className="order" ref={list}>
        {order.map((key, index) => (
          <li key={key}>
            <b aria-hidden="true">{index + 1}</b>
            <span>{textOf.get(key)}</span>
            {[-1, 1].map((step) => (
              <button
                key={step}
                type="button"
                className="icon-btn"
                data-move={`${key}${step}`}
                aria-disabled={index === (step < 0 ? 0 : order.length - 1)}
                aria-label={`${step < 0 ? "上移" : "下移"}：${textOf.get(key) ?? ""}`}
                onClick={() => move(key, step)}
              >
                <Drawn path={step < 0 ? UP : DOWN} />
              </button>
            ))}
          </li>
        ))}
      </ol>
      <span className="vh" role="status">
        {said}
      </span>
    </>
  );
}

function Pairs({ question, value, onAnswer }: Props<Typed<"matching">>) {
  const pairs = (value ?? {}) as Readonly<Record<string, string>>;
  // Each text on the right is used once: chosen a second time, it moves there.
  const join = (left: string, right: string) =>
    onAnswer(
      Object.fromEntries([
        ...Object.entries(pairs).filter(([key, taken]) => key !== left && taken !== right),
        ...(right === "" ? [] : [[left, right]]),
      ]) as Record<string, string>,
    );
  return (
    <div className="grid gap-3">
      {question.left.map(({ key, text }) => (
        <div className="ask pair" key={key}>
          <label htmlFor={`${question.id}-${key}`}>{text}</label>
          <select
            id={`${question.id}-${key}`}
            value={pairs[key] ?? ""}
            onChange={(event) => join(key, event.target.value)}
          >
            <option value="">选一项</option>
            {question.right.map((option) => (
              <option key={option.key} value={option.key}>
                {option.text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
}
