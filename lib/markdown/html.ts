import type { Element, Root as HtmlRoot } from "hast";
import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { LOCAL_IMAGE, parseMarkdown, type NoteReference } from "./syntax";

/**
 * HTML of a text of content/: a closed list of elements, links to http(s) and to this site, pictures of this site alone.
 * Raw HTML is dropped. `[^s1]` becomes 〔1〕, numbered by its place in `notes`, linking to `#source-s1`; a reference to
 * something else is dropped.
 */
const ELEMENTS = [
  "h2",
  "h3",
  "h4",
  "p",
  "ul",
  "ol",
  "li",
  "blockquote",
  "strong",
  "em",
  "del",
  "br",
  "hr",
  "a",
  "img",
  "code",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
];

const SCHEMA: Schema = {
  tagNames: ELEMENTS,
  attributes: {
    "*": [["id", /^[a-z0-9]+(-[a-z0-9]+)*$/]],
    a: [["href", /^(https?:\/\/|\/(?!\/)|#)/], ["className", "fn"], "ariaLabel"],
    img: [["src", LOCAL_IMAGE], "alt"],
    th: [["align", "left", "center", "right"]],
    td: [["align", "left", "center", "right"]],
    ol: ["start"],
  },
  protocols: { href: ["http", "https"] },
  clobber: [],
  strip: ["script", "style"],
};

/** Sanitised HTML. `notes` are the ids of the sources in the order in which they are listed. */
export function toHtml(markdown: string, notes: readonly string[]): string {
  const note = (_state: unknown, node: NoteReference): Element | undefined => {
    const number = notes.indexOf(node.label) + 1;
    if (number === 0) return undefined;
    return {
      type: "element",
      tagName: "a",
      properties: { className: ["fn"], href: `#source-${node.label}`, ariaLabel: `出处${number}` },
      children: [{ type: "text", value: `〔${number}〕` }],
    };
  };
  const processor = unified()
    .use(remarkRehype, { handlers: { noteReference: note } })
    .use(() => dropForeignImages)
    .use(rehypeSanitize, SCHEMA)
    .use(rehypeStringify);
  return processor.stringify(processor.runSync(parseMarkdown(markdown)) as HtmlRoot);
}

/** A picture of another site, or without words for those who do not see it, is left out whole. */
function dropForeignImages(tree: HtmlRoot): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "img" || parent === undefined || index === undefined) return undefined;
    const { src, alt } = node.properties;
    if (typeof src === "string" && LOCAL_IMAGE.test(src) && typeof alt === "string" && alt.trim() !== "")
      return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}
