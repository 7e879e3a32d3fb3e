"use client";

import type { AnswerValue, IdAndText, PublicQuestion } from "@/domain/quizzes/types";
import { Icon } from "@/components/ui/icon";
import { MAX_BLANK_LENGTH } from "@/domain/quizzes/answers";
import { MatchingInput } from "./matching-input";
import { OrderingInput } from "./ordering-input";

export type InputProps<Question = PublicQuestion> = {
  question: Question;
  value: AnswerValue | null;
  onAnswer: (value: AnswerValue | null) => void;
};

type Typed<Type extends PublicQuestion["type"]> = Extract<PublicQuestion, { type: Type }>;

/** The native inputs of a question, by its type. */
export function AnswerInputs({ question, value, onAnswer }: InputProps) {
  switch (question.type) {
    case "single":
    case "multiple":
      return <ChoiceInput question={question} value={value} onAnswer={onAnswer} />;
    case "ordering":
      return <OrderingInput options={question.options} value={value} onAnswer={onAnswer} />;
    case "true-false":
      return <TrueFalseInput question={question} value={value} onAnswer={onAnswer} />;
    case "fill":
      return <FillInput question={question} value={value} onAnswer={onAnswer} />;
    case "matching":
      return <MatchingInput left={question.left} right={question.right} value={value} onAnswer={onAnswer} />;
  }
}

const letterOf = (index: number): string => String.fromCharCode("A".charCodeAt(0) + index);

function ChoiceInput({
  question,
  value,
  onAnswer,
}: InputProps<{ id: string; type: PublicQuestion["type"]; options: readonly IdAndText[] }>) {
  const isMultiple = question.type === "multiple";
  const chosen = Array.isArray(value) ? (value as readonly string[]) : typeof value === "string" ? [value] : [];
  const pick = (id: string, on: boolean) => {
    if (!isMultiple) return onAnswer(id);
    const next = question.options
      .map((option) => option.id)
      .filter((each) => (each === id ? on : chosen.includes(each)));
    onAnswer(next.length === 0 ? null : next);
  };
  return (
    <div className="opts">
      {question.options.map(({ id, text }, index) => (
        <label key={id} className={isMultiple ? "opt many" : "opt"}>
          <b aria-hidden="true">{letterOf(index)}</b>
          <span>{text}</span>
          <Icon name="check" small />
          <input
            type={isMultiple ? "checkbox" : "radio"}
            name={question.id}
            value={id}
            checked={chosen.includes(id)}
            onChange={(event) => pick(id, event.target.checked)}
          />
        </label>
      ))}
    </div>
  );
}

const VERDICTS = [
  { value: true, mark: "对", text: "说法正确" },
  { value: false, mark: "错", text: "说法错误" },
];

function TrueFalseInput({ question, value, onAnswer }: InputProps<Typed<"true-false">>) {
  return (
    <div className="opts">
      {VERDICTS.map((verdict) => (
        <label key={verdict.mark} className="opt">
          <b aria-hidden="true">{verdict.mark}</b>
          <span>{verdict.text}</span>
          <Icon name="check" small />
          <input
            type="radio"
            name={question.id}
            value={String(verdict.value)}
            checked={value === verdict.value}
            onChange={() => onAnswer(verdict.value)}
          />
        </label>
      ))}
    </div>
  );
}

function FillInput({ question, value, onAnswer }: InputProps<Typed<"fill">>) {
  const texts = Array.isArray(value) ? (value as readonly string[]) : [];
  const blanks = Array.from({ length: question.blanks }, (_, index) => texts[index] ?? "");
  const write = (at: number, text: string) => {
    const next = blanks.map((before, index) => (index === at ? text : before));
    onAnswer(next.every((each) => each.trim() === "") ? null : next);
  };
  return (
    <div className="grid gap-3">
      {blanks.map((text, index) => (
        <div className="ask" key={index}>
          <label htmlFor={`${question.id}-${index}`}>{question.blanks === 1 ? "填在这里" : `第${index + 1}个空`}</label>
          <input
            id={`${question.id}-${index}`}
            name={question.id}
            type="text"
            value={text}
            maxLength={MAX_BLANK_LENGTH}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={(event) => write(index, event.target.value)}
          />
        </div>
      ))}
    </div>
  );
}
