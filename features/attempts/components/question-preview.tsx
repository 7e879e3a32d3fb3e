"use client";

import { useState } from "react";
import { QUESTION_TYPE_LABELS, type AnswerValue } from "@/domain/quizzes/types";
import type { ReviewedItem } from "@/features/mistakes/view";
import { AnswerInputs } from "./answer-inputs";
import { ReviewedCard } from "./reviewed-card";

/** A question as members will meet it: to be answered, and afterwards with its explanation. Nothing is sent or kept. */
export function QuestionPreview({ item }: { item: ReviewedItem }) {
  const [value, setValue] = useState<AnswerValue | null>(null);
  const { question } = item;
  return (
    <div className="grid gap-4">
      <section aria-label="作答时的样子">
        <p className="meta">{QUESTION_TYPE_LABELS[question.type]}，作答时</p>
        <fieldset>
          <legend className="stem">{question.stem || "（还没有题干）"}</legend>
          <AnswerInputs question={question} value={value} onAnswer={setValue} />
        </fieldset>
      </section>
      <section aria-label="开放解析以后的样子">
        <p className="meta">开放解析以后</p>
        <ReviewedCard item={item} />
      </section>
    </div>
  );
}
