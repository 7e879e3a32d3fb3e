import { createHash } from "node:crypto";
import { faceOf } from "@/domain/quizzes/face";
import {
  PERIOD_LABELS,
  type KeyedText,
  type Period,
  type QuestionBody,
  type QuestionSource,
  type QuestionVersionData,
} from "@/domain/quizzes/types";
import { recallQuestion } from "@/features/recalls/view";
import type { RecallQuestion } from "@/features/recalls/types";
import type { SourceView } from "@/components/layout/reading";
import type { DrawingName } from "@/components/ui/drawing";
import { formatFull } from "@/domain/calendar/labels";
import { toHtml } from "@/lib/markdown/html";
import { TOPIC_DRAWINGS } from "./constants";
import { cardsOf } from "./content/cards";
import type { WrittenQuestion } from "@/domain/quizzes/written";
import type { FileQuestion, Source } from "./schema";
import type { Fault, Leaflet, LibraryDocument } from "./types";

/**
 * A question of the files as the rules, the database and the pages know it. Option keys come from the text itself, never
 * from its place: they survive a new order of the file, and tell nothing about which option is right.
 */
function keyOf(text: string): string {
  return `k${createHash("sha256").update(text.normalize("NFC")).digest("hex").slice(0, 9)}`;
}

const keyed = (text: string): KeyedText => ({ key: keyOf(text), text });

/** The body with its key. Options are kept in the order of their keys, so that a new order in the file is no new version. */
export function bodyOf(question: WrittenQuestion): QuestionBody {
  switch (question.type) {
    case "single":
    case "multiple": {
      const right = new Set(question.options.filter((option) => option.right).map(({ text }) => keyOf(text)));
      const options = inKeyOrder(question.options.map(({ text }) => keyed(text)));
      return { type: question.type, options, right: options.map(({ key }) => key).filter((key) => right.has(key)) };
    }
    case "true-false":
      return { type: "true-false", answer: question.answer };
    case "fill":
      return { type: "fill", blanks: question.blanks };
    case "ordering":
      return { type: "ordering", items: question.items.map(keyed) };
    case "matching": {
      const pairs = question.pairs.map(({ left, right }) => ({ left: keyed(left), right: keyed(right) }));
      return { type: "matching", pairs: pairs.sort((a, b) => compare(a.left.key, b.left.key)) };
    }
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inKeyOrder = (texts: KeyedText[]): KeyedText[] => texts.sort((a, b) => compare(a.key, b.key));

/** Everything a version holds, made from the file: `versionId` is empty, for only the database gives it one. */
export function versionOf(question: FileQuestion, document: LibraryDocument, passage: string): QuestionVersionData {
  const sources = question.cites.flatMap((id): QuestionSource[] => {
    const found = document.front.sources.find((source) => source.id === id);
    return found ? [{ title: found.title, publisher: found.publisher, url: found.url }] : [];
  });
  const { id, type, stem, explanation, anchor, topic, period, difficulty } = question;
  return {
    questionId: id,
    versionId: "",
    type,
    topic,
    period,
    difficulty,
    stem,
    body: bodyOf(question),
    explanation,
    anchor,
    passage,
    sources,
  };
}

/** The digest that tells two versions of one question apart: wording, key, and the passage and sources that bear it out. */
export function digestOf(version: QuestionVersionData): string {
  const { type, stem, body, explanation, anchor, passage, sources } = version;
  return createHash("sha256")
    .update(JSON.stringify([type, stem, body, explanation, anchor, passage, sources]))
    .digest("hex");
}

export type PeriodView = { id: Period; label: string };

export const periodView = (period: Period | undefined): PeriodView | null =>
  period === undefined ? null : { id: period, label: PERIOD_LABELS[period] };

/** What every document shows of itself around its body. */
export type DocumentView = {
  id: string;
  title: string;
  summary: string;
  drawing: DrawingName;
  /** Its colour and its name; null when it runs through several. */
  period: PeriodView | null;
  sources: SourceView[];
  /** 2026年11月21日核对, or that somebody else has checked it again. */
  checked: string;
  /** The pages of the second look. */
  against: SourceView[];
  /** Where to report the document as wrong. */
  report: string;
};

/** What entries and lessons show alike. Questions come as faces: no keys, no explanations. */
export type ReadingView = DocumentView & {
  html: string;
  recall: RecallQuestion[];
  /** Where to report each of its questions as wrong. */
  questionReports: string[];
};

/** A card of a leaflet: `notes` are its sources, by the number under which the leaflet lists them. */
export type CardView = { front: string; back: string; anchor: string; notes: { id: string; number: number }[] };

export function cardViews(leaflet: Leaflet): CardView[] {
  const ids = leaflet.front.sources.map(({ id }) => id);
  const numbered = (id: string) => ({ id, number: ids.indexOf(id) + 1 });
  return cardsOf(leaflet).map(({ notes, ...card }) => ({
    ...card,
    notes: notes.map(numbered).sort((a, b) => a.number - b.number),
  }));
}

/** The drawing of a topic; one added later gets the lamp. */
export function drawingOf(topic: string | undefined): DrawingName {
  return TOPIC_DRAWINGS[topic ?? ""] ?? "lamp";
}

/** films/welcome.md的length：写的是60秒，welcome.mp4是75.0秒。照影片改length。 */
export const faultWords = ({ file, place, what, fix }: Fault): string => `${file}的${place}：${what}。${fix}。`;

const sourceView = (page: Source): SourceView => ({ ...page, seen: formatFull(page.seen) });

export function documentView({ id, front }: LibraryDocument): DocumentView {
  const { title, summary, topic, period, sources, checked } = front;
  return {
    id,
    title,
    summary,
    drawing: drawingOf(topic),
    period: periodView(period),
    sources: sources.map(sourceView),
    checked: `${formatFull(checked.on)}${checked.by === "second" ? "经另一处出处复核" : "对照出处核对"}`,
    against: checked.by === "second" ? checked.against.map(sourceView) : [],
    report: `/report?on=${id}`,
  };
}

/** An entry or lesson and its recall questions as pages show them. */
export function readingView(document: LibraryDocument, recall: readonly QuestionVersionData[]): ReadingView {
  return {
    ...documentView(document),
    html: toHtml(
      document.markdown,
      document.front.sources.map((source) => source.id),
    ),
    recall: recall.map((version) => recallQuestion(version.questionId, faceOf(version))),
    questionReports: recall.map(({ questionId }) => `/report?on=question/${questionId}`),
  };
}
