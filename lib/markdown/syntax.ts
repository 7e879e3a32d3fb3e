import type { Heading, Paragraph, Root, Text } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";

/**
 * The Markdown of content/: CommonMark with tables, and two marks of our own. `[^s1]` refers to a source that is listed
 * apart (not to a footnote definition), `{#id}` at the end of a paragraph or heading names it.
 *
 * Example: `会议开幕[^s1]。{#opening}` is a paragraph with the id `opening` and one reference to source `s1`.
 */
export interface NoteReference {
  type: "noteReference";
  label: string;
  position?: undefined;
}

declare module "mdast" {
  interface PhrasingContentMap {
    noteReference: NoteReference;
  }
  interface RootContentMap {
    noteReference: NoteReference;
  }
}

export type Block = Paragraph | Heading;

const NOTE = /\[\^([a-z0-9-]+)\]/g;
const ANCHOR = /\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$/;

/** Pictures of this site: no way out of the folder. */
export const LOCAL_IMAGE = /^\/images\/(?:[a-z0-9-]+\/)*[a-z0-9-]+\.(?:png|jpg|webp|svg)$/;

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The tree of a text: note references are nodes of their own, anchors are taken out of the text and stand in `anchorOf`. */
export function parseMarkdown(text: string): Root {
  const root = parser.parse(text);
  visit(root, (node) => {
    if (node.type === "paragraph" || node.type === "heading") takeAnchor(node);
  });
  visit(root, "text", (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const parts = splitNotes(node.value);
    if (parts.length === 1 && parts[0]?.type === "text") return undefined;
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
  return root;
}

/** The id that a paragraph or heading was given, or null. */
export function anchorOf(block: Block): string | null {
  const id = block.data?.hProperties?.["id"];
  return typeof id === "string" ? id : null;
}

function takeAnchor(block: Block): void {
  const last = block.children.at(-1);
  if (last?.type !== "text") return;
  const found = ANCHOR.exec(last.value);
  if (found?.[1] === undefined) return;
  last.value = last.value.slice(0, found.index);
  if (last.value === "") block.children.pop();
  block.data = { ...block.data, hProperties: { id: found[1] } };
}

function splitNotes(value: string): (Text | NoteReference)[] {
  const parts: (Text | NoteReference)[] = [];
  let from = 0;
  for (const found of value.matchAll(NOTE)) {
    if (found.index > from) parts.push({ type: "text", value: value.slice(from, found.index) });
    parts.push({ type: "noteReference", label: found[1] ?? "" });
    from = found.index + found[0].length;
  }
  if (from < value.length) parts.push({ type: "text", value: value.slice(from) });
  return parts;
}
