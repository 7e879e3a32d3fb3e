import type { KeptRecall, Sent } from "../client";
import type { RecallAnswers, RecallOutcome, RecallQuestion, RecallState } from "../types";

export type RecallPhase =
  | { readonly kind: "asking" }
  | { readonly kind: "anonymous" }
  | { readonly kind: "sending" }
  /** Handed in and kept in this browser; `signedOut`: it waits for the same person. */
  | { readonly kind: "waiting"; readonly signedOut: boolean }
  | { readonly kind: "done"; readonly outcome: RecallOutcome; readonly justNow: boolean }
  | { readonly kind: "gone"; readonly detail: string };

/** Items to be put in order stand in some order from the start: left as they are, that is the answer. */
export function complete(questions: readonly RecallQuestion[], answers: RecallAnswers): RecallAnswers {
  const untouched = questions.flatMap((question) =>
    question.type === "ordering" && !(question.id in answers)
      ? [[question.id, question.options.map(({ key }) => key)] as const]
      : [],
  );
  return { ...answers, ...Object.fromEntries(untouched) };
}

function isOpen(question: RecallQuestion, value: RecallAnswers[string] | undefined): boolean {
  if (value === undefined) return true;
  if (question.type === "fill") return (value as readonly string[]).some((text) => text.trim() === "");
  if (question.type === "matching") return Object.keys(value).length < question.left.length;
  return question.type === "multiple" && (value as readonly string[]).length === 0;
}

/** What is still missing, a sentence by question id; empty when all is answered. */
export function missing(questions: readonly RecallQuestion[], answers: RecallAnswers): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap((question, index) =>
      isOpen(question, answers[question.id]) ? [[question.id, `第${index + 1}题还没有答完。`]] : [],
    ),
  );
}

/** True when everything an answer names is still there: a kept one may be of an older wording. */
function fits(question: RecallQuestion, value: RecallAnswers[string]): boolean {
  const named = typeof value === "object" ? Object.values(value) : [String(value)];
  if (question.type === "true-false") return typeof value === "boolean";
  if (question.type === "fill") return named.length === question.blanks;
  const known = new Set((question.type === "matching" ? question.right : question.options).map(({ key }) => key));
  if (question.type === "ordering" && named.length !== known.size) return false;
  return named.every((key) => known.has(key));
}

/** The answers that still fit the questions as they stand now. */
export function fitting(questions: readonly RecallQuestion[], answers: RecallAnswers): RecallAnswers {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return Object.fromEntries(
    Object.entries(answers).filter(([id, value]) => {
      const question = byId.get(id);
      return question !== undefined && fits(question, value);
    }),
  );
}

export type Next =
  | { readonly kind: "show"; readonly phase: RecallPhase }
  | { readonly kind: "send"; readonly answers: RecallAnswers }
  /** As it is: the person may have begun already. */
  | { readonly kind: "stay" };

type Standing = {
  readonly found: Sent<RecallState>;
  /** What this browser keeps for the reader, or for anybody while the reader is not known. */
  readonly kept: KeptRecall | null;
  /** Answers that wait on this page, of the person who reads it now. */
  readonly handedIn: RecallAnswers | null;
};

function withoutState({ found, kept, handedIn }: Standing): Next {
  if (found.kind === "gone") return { kind: "show", phase: found };
  const signedOut = found.kind === "signed-out";
  if (handedIn !== null || kept?.handedIn) return { kind: "show", phase: { kind: "waiting", signedOut } };
  return signedOut ? { kind: "show", phase: { kind: "anonymous" } } : { kind: "stay" };
}

/** How the form goes on once the server has answered, or has not. */
export function nextStep(standing: Standing): Next {
  const { found, kept, handedIn } = standing;
  if (found.kind !== "ok") return withoutState(standing);
  const { outcome } = found.value;
  if (outcome !== null) return { kind: "show", phase: { kind: "done", outcome, justNow: handedIn !== null } };
  if (handedIn !== null) return { kind: "send", answers: handedIn };
  return kept?.handedIn ? { kind: "send", answers: kept.answers } : { kind: "stay" };
}
