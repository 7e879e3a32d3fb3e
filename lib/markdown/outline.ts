import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { anchorOf, parseMarkdown } from "./syntax";

/** What is written in a text, without its marks: for checks, search, feeds and the passages that answer questions. */
export type Outline = {
  /** Paragraphs, headings and cells, one a line. */
  plain: string;
  headings: readonly { depth: number; text: string }[];
  /** The passage of every anchor: the paragraph, or for a heading its section. The last of equal anchors wins. */
  passages: ReadonlyMap<string, string>;
  /** In the order written, repeated when they are repeated. */
  anchors: readonly string[];
  /** Beginnings of paragraphs without an anchor. */
  unanchored: readonly string[];
  /** Labels of note references in the order written. */
  notes: readonly string[];
  links: readonly string[];
  images: readonly { src: string; alt: string }[];
  /** Raw HTML, which is never rendered. */
  html: readonly string[];
};

/** The plain text of a node: no note references, no anchors, no raw HTML. */
export function plainOf(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(plainOf).join("") : "";
}

const isBlock = (node: Nodes) => node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";

/** Reads a text once; the result does not change. */
export function outlineOf(markdown: string): Outline {
  const root = parseMarkdown(markdown);
  const lines: string[] = [];
  const anchors: string[] = [];
  const unanchored: string[] = [];
  const notes: string[] = [];
  const links: string[] = [];
  const html: string[] = [];
  const headings: { depth: number; text: string }[] = [];
  const images: { src: string; alt: string }[] = [];
  visit(root, (node) => {
    if (isBlock(node)) lines.push(plainOf(node));
    if (node.type === "heading") headings.push({ depth: node.depth, text: plainOf(node) });
    if (node.type === "paragraph" || node.type === "heading") {
      const id = anchorOf(node);
      if (id !== null) anchors.push(id);
      else if (node.type === "paragraph") unanchored.push(plainOf(node).slice(0, 12));
    }
    if (node.type === "noteReference") notes.push(node.label);
    if (node.type === "link" || node.type === "definition") links.push(node.url);
    if (node.type === "image") images.push({ src: node.url, alt: node.alt ?? "" });
    if (node.type === "html") html.push(node.value);
  });
  return { plain: lines.join("\n"), headings, passages: passagesOf(root), anchors, unanchored, notes, links, images, html };
}

function passagesOf(root: Root): Map<string, string> {
  const passages = new Map<string, string>();
  visit(root, (node) => {
    if (node.type !== "paragraph" && node.type !== "heading") return;
    const id = anchorOf(node);
    if (id !== null) passages.set(id, node.type === "heading" ? sectionOf(root, node) : plainOf(node));
  });
  return passages;
}

/** From a heading to the next one that is not below it. */
function sectionOf(root: Root, heading: Root["children"][number]): string {
  const from = root.children.indexOf(heading);
  if (from < 0 || heading.type !== "heading") return plainOf(heading);
  const rest = root.children.slice(from + 1);
  const end = rest.findIndex((node) => node.type === "heading" && node.depth <= heading.depth);
  return [heading, ...(end < 0 ? rest : rest.slice(0, end))].map(plainOf).join("\n");
}
