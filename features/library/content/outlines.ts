import { formatFull } from "@/domain/calendar/labels";
import { transcriptOf } from "@/domain/films/webvtt";
import { outlineOf, type Outline } from "@/lib/markdown/outline";
import type { LibraryDocument } from "../types";

const read = new WeakMap<LibraryDocument, Outline>();

/** The outline of a document's body, read once for as long as the document lives. */
export function outline(document: LibraryDocument): Outline {
  const known = read.get(document);
  if (known) return known;
  const made = outlineOf(document.markdown);
  read.set(document, made);
  return made;
}

/** Everything a reader sees of a document below its title: body, timeline (dates as written out) and terms, of a film what is said. */
export function visibleText(document: LibraryDocument): string {
  const { plain } = outline(document);
  if (document.kind === "film") return [plain, transcriptOf(document.files.cues)].join("\n");
  if (document.kind !== "lesson") return plain;
  const { timeline, terms } = document.front;
  const lines = timeline.map((item) => `${formatFull(item.date)}，${item.text}，${item.note ?? ""}`);
  return [plain, ...lines, ...terms.map(({ term, text }) => `${term}，${text}`)].join("\n");
}

/** What a reader sees beside that: title, summary and what is asked or pointed at. */
export function headText({ front }: LibraryDocument): string {
  const asked = "discuss" in front ? front.discuss : [];
  const shown = "look-for" in front ? front["look-for"] : [];
  return [front.title, "subtitle" in front ? front.subtitle : "", front.summary, ...asked, ...shown].join("\n");
}

/** Length as authors count it: 汉字, and each number or Latin word as one. Punctuation and marks do not count. */
export function lengthOf(text: string): number {
  return text.match(/\p{Script=Han}|[\p{Script=Latin}\d][\p{Script=Latin}\d.,%-]*/gu)?.length ?? 0;
}
