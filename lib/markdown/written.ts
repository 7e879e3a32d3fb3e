import type { Element, Root as HtmlRoot } from "hast";
import type { PhrasingContent, Root } from "mdast";
import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified, type Processor } from "unified";
import { visit } from "unist-util-visit";

/**
 * The Markdown that people write in the product: paragraphs, headings, lists, quotations, links to web pages, and
 * pictures of their own by number. A line is a line: what begins with spaces is a paragraph like any other, as people indent
 * them, and a single line break stays one. No raw HTML, no names of places in the page, no tables, no code.
 *
 * Example: `![the old gate](图3)` is the third picture that was sent up for this text.
 */
export type Picture = {
  readonly src: string;
  readonly small: string;
  readonly width: number;
  readonly height: number;
  readonly smallWidth: number;
};

const PICTURE = /^图([1-9]\d{0,3})$/;

/** Four spaces before a paragraph would make code of it. */
function withoutIndentedCode(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ["codeIndented"] } }];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(withoutIndentedCode).freeze();

/** Full-width spaces at the beginning of a line, which are no white space to Markdown. */
const INDENTED = /^[ \t]*\u3000[ \t\u3000]*/gm;
const treeOf = (markdown: string): Root => parser.parse(markdown.replace(INDENTED, ""));

/** The number of a picture in an address, which Markdown may have escaped; null for any other address. */
function numberOf(address: unknown): number | null {
  if (typeof address !== "string") return null;
  try {
    const found = PICTURE.exec(decodeURI(address))?.[1];
    return found === undefined ? null : Number(found);
  } catch {
    return null;
  }
}

/** The tree, without what this Markdown has not: a picture by reference would be one that nobody counts. */
function parse(markdown: string): Root {
  const root = treeOf(markdown);
  visit(root, (node, index, parent) => {
    const isDropped = ["imageReference", "footnoteReference", "footnoteDefinition", "html"].includes(node.type);
    if (!isDropped || parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  breakLines(root);
  return root;
}

/** Every end of a line within a paragraph as a break of its own. */
function breakLines(root: Root): void {
  visit(root, "text", (node, index, parent) => {
    if (parent === undefined || index === undefined || !node.value.includes("\n")) return undefined;
    const parts = node.value.split("\n").flatMap<PhrasingContent>((value, line) => {
      return line === 0 ? [{ type: "text", value }] : [{ type: "break" }, { type: "text", value }];
    });
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
}

const SCHEMA: Schema = {
  tagNames: ["h2", "h3", "p", "ul", "ol", "li", "blockquote", "strong", "em", "del", "br", "hr", "a", "img"],
  attributes: { a: [["href", /^https?:\/\//i]], img: ["src", "alt"], ol: ["start"] },
  protocols: { href: ["http", "https"] },
  clobber: [],
  strip: ["script", "style"],
};

/** The title of the page is its one h1. */
const HEADINGS: Readonly<Record<string, string>> = { h1: "h2", h4: "h3", h5: "h3", h6: "h3" };

function lowerHeadings(tree: HtmlRoot): void {
  visit(tree, "element", (node) => {
    node.tagName = HEADINGS[node.tagName] ?? node.tagName;
  });
}

const WIDTHS = "(min-width: 46rem) 42rem, 100vw";

/** Puts in what the text only names; a picture that is not there, or that nothing is said of, is left out whole. */
function finish(tree: HtmlRoot, pictures: ReadonlyMap<number, Picture>): void {
  visit(tree, "element", (node: Element, index, parent) => {
    if (node.tagName === "a") node.properties["rel"] = ["nofollow", "noopener", "noreferrer", "ugc"];
    if (node.tagName !== "img" || parent === undefined || index === undefined) return undefined;
    const picture = pictures.get(numberOf(node.properties["src"]) ?? 0);
    const alt = node.properties["alt"];
    if (picture === undefined || typeof alt !== "string" || alt.trim() === "") {
      parent.children.splice(index, 1);
      return index;
    }
    const { src, small, width, height, smallWidth } = picture;
    node.properties = {
      ...{ src, alt: alt.trim(), width, height, loading: "lazy", decoding: "async" },
      ...(smallWidth < width ? { srcSet: `${small} ${smallWidth}w, ${src} ${width}w`, sizes: WIDTHS } : {}),
    };
    return undefined;
  });
}

/** HTML that is safe whatever was written. */
export function writtenHtml(markdown: string, pictures: ReadonlyMap<number, Picture>): string {
  const processor = unified()
    .use(remarkRehype)
    .use(() => lowerHeadings)
    .use(rehypeSanitize, SCHEMA)
    .use(() => (tree: HtmlRoot) => finish(tree, pictures))
    .use(rehypeStringify);
  return processor.stringify(processor.runSync(parse(markdown)) as HtmlRoot);
}

export type Written = {
  /** Paragraphs, headings and items, one a line. */
  plain: string;
  pictures: { number: number; alt: string }[];
  /** Pictures with another address, or by reference. */
  strangePictures: number;
  links: string[];
  /** Raw HTML, which is never shown. */
  tags: number;
  /** Tables and blocks of code, whose words would run together. */
  tables: number;
  codes: number;
};

/** What a text holds, for the rules that it has to keep and for the search. */
export function readWritten(markdown: string): Written {
  const found: Written = { plain: "", pictures: [], strangePictures: 0, links: [], tags: 0, tables: 0, codes: 0 };
  visit(treeOf(markdown), (node) => {
    if (node.type === "html") found.tags += 1;
    if (node.type === "table") found.tables += 1;
    if (node.type === "code") found.codes += 1;
    if (node.type === "imageReference") found.strangePictures += 1;
    if (node.type === "link" || node.type === "definition") found.links.push(node.url);
    if (node.type !== "image") return;
    const number = numberOf(node.url);
    if (number === null) found.strangePictures += 1;
    else found.pictures.push({ number, alt: node.alt ?? "" });
  });
  const lines: string[] = [];
  visit(parse(markdown), (node) => {
    if (node.type === "code") lines.push(node.value);
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "tableCell") return;
    const words: string[] = [];
    visit(node, (part) => {
      if (part.type === "text" || part.type === "inlineCode") words.push(part.value);
      if (part.type === "break") words.push("\n");
    });
    lines.push(words.join(""));
  });
  found.plain = lines.filter((line) => line.trim() !== "").join("\n");
  return found;
}
