import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { anchorOf, parseMarkdown } from "./syntax";

/** What is written in a text, without its marks: for checks, search, feeds and the passages that answer questions. */
export type Outline = {
  /** Paragraphs, headings and cells, one a line. */
  plain: string;
  headings: readonly { depth: number; text: string }[];
  /** Paragraphs (depth 0) and headings in the order written, each with its own anchor and note references. */
  blocks: readonly { depth: number; text: string; id: string | null; notes: readonly string[] }[];
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
function plainOf(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(plainOf).join("") : "";
}

/** Reads a text once; the result does not change. */
export function outlineOf(markdown: string): Outline {
  const root = parseMarkdown(markdown);
  const blocks = all(root, ["paragraph", "heading"]);
  const named = blocks.map((block) => ({ block, id: anchorOf(block) }));
  return {
    plain: all(root, ["paragraph", "heading", "tableCell"]).map(plainOf).join("\n"),
    headings: all(root, ["heading"]).map((heading) => ({ depth: heading.depth, text: plainOf(heading) })),
    blocks: named.map(({ block, id }) => ({
      depth: block.type === "heading" ? block.depth : 0,
      text: plainOf(block),
      id,
      notes: all(block, ["noteReference"]).map(({ label }) => label),
    })),
    passages: passagesOf(root),
    anchors: named.flatMap(({ id }) => (id === null ? [] : [id])),
    unanchored: named
      .filter(({ block, id }) => id === null && block.type === "paragraph")
      .map(({ block }) => plainOf(block).slice(0, 12)),
    notes: all(root, ["noteReference"]).map(({ label }) => label),
    links: all(root, ["link", "definition"]).map(({ url }) => url),
    images: all(root, ["image"]).map(({ url, alt }) => ({ src: url, alt: alt ?? "" })),
    html: all(root, ["html"]).map(({ value }) => value),
  };
}

/** The nodes of these types in the order written. */
function all<Type extends Nodes["type"]>(root: Nodes, types: readonly Type[]): Extract<Nodes, { type: Type }>[] {
  const found: Extract<Nodes, { type: Type }>[] = [];
  const is = (node: Nodes): node is Extract<Nodes, { type: Type }> => (types as readonly string[]).includes(node.type);
  visit(root, (node) => {
    if (is(node)) found.push(node);
  });
  return found;
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
