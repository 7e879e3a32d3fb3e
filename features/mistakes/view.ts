import { formatDay } from "@/domain/calendar/labels";
import { faceOf, type QuestionFace } from "@/domain/quizzes/face";
import { rightAnswer, type ReviewedQuestion } from "@/domain/quizzes/review";
import type { AnswerValue, KeyedText, PublicQuestion, QuestionVersionData } from "@/domain/quizzes/types";
import { groupBy } from "@/domain/grouping";
import type { LibraryDocument } from "@/features/library/types";

/** Where the passage that answers a question stands. */
export type Place = { readonly href: string; readonly title: string };

/** A question with its right answer as people read it: with its number on a paper, its id for reports, its place. */
export type ReviewedItem = ReviewedQuestion & {
  /** On the paper; null outside of one. */
  readonly number: number | null;
  readonly questionId: string;
  readonly place: Place | null;
};

/** The document and passage of an anchor such as `lessons/<course>/<nn-slug>#id`; null when it is no longer there. */
export function placeOf(anchor: string, findDocument: (id: string) => LibraryDocument | null): Place | null {
  const [id = ""] = anchor.split("#");
  const document = findDocument(id);
  if (!document) return null;
  const title =
    document.kind === "entry"
      ? `${formatDay(document.monthDay)}的天天谈《${document.front.title}》`
      : `${document.kind === "lesson" ? "课程" : "折页"}《${document.front.title}》`;
  return { href: `/${anchor}`, title };
}

export type Mistake = {
  readonly version: QuestionVersionData;
  /** The latest answer, in the version's own keys. */
  readonly value: AnswerValue;
  /** 0 to 99. */
  readonly fraction: number;
};

export type MistakeGroup = { readonly topic: string; readonly items: readonly ReviewedItem[] };

type Lookups = {
  readonly topicLabel: (topic: string) => string;
  readonly findDocument: (id: string) => LibraryDocument | null;
};

/** Mistakes by topic, the topic with the latest mistake first; within one the latest first, as they came. */
export function mistakeGroupsOf(mistakes: readonly Mistake[], { topicLabel, findDocument }: Lookups): MistakeGroup[] {
  const groups = groupBy(mistakes, ({ version }) => version.topic);
  return [...groups].map(([topic, ofTopic]) => ({
    topic: topicLabel(topic),
    items: ofTopic.map(({ version, value, fraction }) => reviewedItemOf(version, { value, fraction }, findDocument)),
  }));
}

/** A question outside of a paper with an answer, in the version's own keys. */
export function reviewedItemOf(
  version: QuestionVersionData,
  { value, fraction }: { readonly value: AnswerValue | null; readonly fraction: number },
  findDocument: Lookups["findDocument"],
): ReviewedItem {
  const { questionId, body, explanation, passage, anchor, sources } = version;
  return {
    question: inKeys(faceOf(version)),
    ...{ value, fraction, explanation, passage, anchor, sources, questionId },
    right: rightAnswer(body),
    ...(body.type === "fill" ? { accepted: body.blanks } : {}),
    voided: false,
    number: null,
    place: placeOf(anchor, findDocument),
  };
}

/** A face whose ids are the version's own keys: outside of a paper there are no others. */
function inKeys(face: QuestionFace): PublicQuestion {
  const base = { id: face.versionId, stem: face.stem, points: 0 };
  const named = (texts: readonly KeyedText[]) => texts.map(({ key, text }) => ({ id: key, text }));
  switch (face.type) {
    case "single":
    case "multiple":
    case "ordering":
      return { ...base, type: face.type, options: named(face.options) };
    case "true-false":
      return { ...base, type: face.type };
    case "fill":
      return { ...base, type: face.type, blanks: face.blanks };
    case "matching":
      return { ...base, type: face.type, left: named(face.left), right: named(face.right) };
  }
}
