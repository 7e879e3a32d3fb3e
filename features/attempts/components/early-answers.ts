import type { AnswerValue, PublicQuestion } from "@/domain/quizzes/types";
import { isSame } from "../client/entry";

/**
 * Answers given in the server's HTML before script had arrived: what the native inputs of a question hold, when that
 * differs from what the server had put there.
 */
export function earlyAnswers(
  root: ParentNode,
  questions: readonly PublicQuestion[],
  served: Readonly<Record<string, AnswerValue>>,
): [string, AnswerValue | null][] {
  return questions.flatMap((question): [string, AnswerValue | null][] => {
    const group = root.querySelector<HTMLElement>(`[data-question="${question.id}"]`);
    const value = group ? heldBy(group, question) : undefined;
    return value === undefined || isSame(value, served[question.id] ?? null) ? [] : [[question.id, value]];
  });
}

/** Undefined for types whose inputs do nothing without script. */
function heldBy(group: HTMLElement, { type }: PublicQuestion): AnswerValue | null | undefined {
  const checked = [...group.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value);
  switch (type) {
    case "single":
      return checked[0] ?? null;
    case "multiple":
      return checked.length > 0 ? checked : null;
    case "true-false":
      return checked[0] === undefined ? null : checked[0] === "true";
    case "fill": {
      const texts = [...group.querySelectorAll<HTMLInputElement>("input")].map(({ value }) => value);
      return texts.every((text) => text.trim() === "") ? null : texts;
    }
    case "ordering":
    case "matching":
      return undefined;
  }
}
