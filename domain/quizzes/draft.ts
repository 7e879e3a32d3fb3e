/**
 * A question while somebody writes it: everything the form holds, whatever its type, complete or not.
 *
 * Example: a single choice with three of four options filled in is a question of three options.
 */
import type {
  Difficulty,
  Period,
  QuestionBody,
  QuestionSource,
  QuestionType,
  QuestionVersionData,
} from "@/domain/quizzes/types";
import type { WrittenQuestion } from "@/domain/quizzes/written";

export type DraftContent = {
  readonly type: QuestionType;
  readonly stem: string;
  readonly options: readonly { readonly text: string; readonly right: boolean }[];
  readonly answer: "true" | "false" | "";
  /** One text a blank; ways to write it apart by `/`. */
  readonly blanks: readonly string[];
  readonly items: readonly string[];
  readonly pairs: readonly { readonly left: string; readonly right: string }[];
  readonly explanation: string;
  readonly topic: string;
  readonly period: Period | "";
  readonly difficulty: Difficulty | "";
  /** `lessons/…#id` or `daily/…#id`: passage and sources are then the library's; empty: they are typed. */
  readonly anchor: string;
  readonly passage: string;
  readonly sources: readonly QuestionSource[];
};

const filled = (texts: readonly string[]): string[] => texts.map((text) => text.trim()).filter((text) => text !== "");

/** The ways to write a blank, apart by `/` or `／`. */
const waysOf = (blank: string): string[] => filled(blank.split(/[/／]/));

/** The draft as a question of its type; what belongs to other types is left out. */
export function writtenOf(draft: DraftContent): WrittenQuestion {
  const common = { stem: draft.stem.trim(), explanation: draft.explanation.trim() };
  switch (draft.type) {
    case "single":
    case "multiple": {
      const options = draft.options.map(({ text, right }) => ({ text: text.trim(), right }));
      return { ...common, type: draft.type, options: options.filter(({ text }) => text !== "") };
    }
    case "true-false":
      return { ...common, type: draft.type, answer: draft.answer === "true" };
    case "fill":
      return { ...common, type: draft.type, blanks: draft.blanks.map(waysOf).filter((ways) => ways.length > 0) };
    case "ordering":
      return { ...common, type: draft.type, items: filled(draft.items) };
    case "matching": {
      const pairs = draft.pairs.map(({ left, right }) => ({ left: left.trim(), right: right.trim() }));
      return { ...common, type: draft.type, pairs: pairs.filter(({ left, right }) => left !== "" || right !== "") };
    }
  }
}

/** An empty draft of a type, as the form begins with. */
export function emptyDraft(): DraftContent {
  return {
    ...{ type: "single", stem: "", answer: "", explanation: "", topic: "", period: "", difficulty: "" },
    options: Array.from({ length: 4 }, () => ({ text: "", right: false })),
    ...{ blanks: [""], items: ["", "", ""], pairs: Array.from({ length: 3 }, () => ({ left: "", right: "" })) },
    ...{ anchor: "", passage: "", sources: [{ title: "", publisher: "", url: "" }] },
  };
}

/** A question as it stands, to be corrected: the form filled with its present version. */
export function draftOf(version: QuestionVersionData): DraftContent {
  const { type, stem, explanation, topic, period, difficulty, anchor, passage, sources } = version;
  return {
    ...emptyDraft(),
    type,
    stem,
    explanation,
    topic,
    period,
    difficulty,
    anchor,
    passage,
    sources,
    ...keyOf(version.body),
  };
}

function keyOf(body: QuestionBody): Partial<DraftContent> {
  switch (body.type) {
    case "single":
    case "multiple":
      return { options: body.options.map(({ key, text }) => ({ text, right: body.right.includes(key) })) };
    case "true-false":
      return { answer: body.answer ? "true" : "false" };
    case "fill":
      return { blanks: body.blanks.map((ways) => ways.join("/")) };
    case "ordering":
      return { items: body.items.map(({ text }) => text) };
    case "matching":
      return { pairs: body.pairs.map(({ left, right }) => ({ left: left.text, right: right.text })) };
  }
}
