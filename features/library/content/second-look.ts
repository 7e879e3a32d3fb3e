import { parseAllDocuments, stringify } from "yaml";
import { z } from "zod";
import { blankOf, isSameValue } from "@/domain/writing/second-look";
import { lookSheetSchema, type LookSheet } from "../schema";
import type { LibraryDocument } from "../types";

/**
 * The second look as a sheet: the claims of a document with their values left out, filled in by somebody else from other
 * pages, compared and written back into the document's `checked`.
 */

const line = (value: object): string =>
  stringify(value, {
    collectionStyle: "flow",
    lineWidth: 0,
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
  }).trim();

/** The sheet of one document, to be filled in. It names the pages that do not count, and says how long each answer is. */
export function blankSheet({ id, front }: LibraryDocument): string {
  const gaps = new Map(front.facts.map((fact) => [blankOf(fact), fact]));
  return [
    "---",
    `# ${front.title}。不能用的网页（原来的出处）：`,
    ...front.sources.map(({ url }) => `#   ${url}`),
    `document: ${id}`,
    'on: ""',
    "against:",
    '  - { id: c1, title: "", publisher: "", url: "", seen: "" }',
    "found:",
    ...[...gaps].map(([blank, { value }]) => `  - ${line({ blank, value: "", at: "" })} # ${[...value].length}个字`),
    "",
  ].join("\n");
}

/** The sheets of a file, one after another. Throws with a word in Chinese when one cannot be read. */
export function readSheets(text: string): LookSheet[] {
  return parseAllDocuments(text).map((document, index) => {
    const sheet = lookSheetSchema.safeParse(document.toJS(), { error: z.locales.zhCN().localeError });
    if (sheet.success) return sheet.data;
    const issue = sheet.error.issues[0];
    throw new Error(`第${index + 1}张：${issue?.path.join(".") ?? ""} ${issue?.message ?? "读不懂"}`);
  });
}

/** Facts for which something else was found than is taught, or nothing. */
export function differences(
  { front }: LibraryDocument,
  { found }: LookSheet,
): { claim: string; found: string | null }[] {
  return front.facts.flatMap((fact) => {
    const finding = found.find(({ blank }) => blank === blankOf(fact));
    if (finding && isSameValue(fact.value, finding.value)) return [];
    return [{ claim: fact.claim, found: finding?.value ?? null }];
  });
}

/** The sheet without answers to facts that the document no longer tells, and without pages nothing rests on. */
export function fittedTo({ front }: LibraryDocument, { found, against, ...sheet }: LookSheet): LookSheet {
  const blanks = new Set(front.facts.map(blankOf));
  const kept = found.filter(({ blank }) => blanks.has(blank));
  return { ...sheet, found: kept, against: against.filter(({ id }) => kept.some(({ at }) => at === id)) };
}

const CHECKED = /^checked:.*\n(?: .*\n)*/m;

/** The text of a document's file with the sheet as its `checked`; everything else stays as it was written. */
export function withSecondLook(text: string, { on, against, found }: LookSheet): string {
  const lines = [
    "checked:",
    `  on: ${JSON.stringify(on)}`,
    "  by: second",
    "  against:",
    ...against.map((page) => `    - ${line(page)}`),
    "  found:",
    ...found.map((finding) => `    - ${line(finding)}`),
    "",
  ];
  return text.replace(CHECKED, () => lines.join("\n"));
}
