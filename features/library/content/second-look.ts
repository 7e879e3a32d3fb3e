import { parseAllDocuments, stringify } from "yaml";
import { z } from "zod";
import { apart, askOf, blankOf, isSameValue, masked, tells } from "@/domain/writing/second-look";
import { lookSheetSchema, type Fact, type LookSheet } from "../schema";
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

/**
 * The sheets of one document, to be filled in. They name the pages that do not count. What is asked on a sheet cannot be read
 * on it; a document whose claims give one another's values away has several, each for somebody who has seen no other.
 */
export function blankSheets(document: LibraryDocument): string {
  const { id, front } = document;
  const sheets = sheetsOf(document);
  return sheets
    .map(({ title, asks }, index) =>
      [
        "---",
        `# ${title}。不能用的网页（原来的出处）：`,
        ...front.sources.map(({ url }) => `#   ${url}`),
        ...(sheets.length > 1
          ? [`# 第${index + 1}张，共${sheets.length}张：每张由没有看过另外几张的人填，另几张上有这一张的答案。`]
          : []),
        `document: ${id}`,
        'on: ""',
        "against:",
        '  - { id: c1, title: "", publisher: "", url: "", seen: "" }',
        "found:",
        ...asks.map((blank) => `  - ${line({ blank, value: "", at: "" })}`),
        "",
      ].join("\n"),
    )
    .join("");
}

/** What is asked, line by line, with the fact that answers it. */
function asksOf({ front }: LibraryDocument): { ask: string; fact: Fact }[] {
  const gaps = new Map(front.facts.map((fact) => [blankOf(fact), fact]));
  return [...gaps.values()].map((fact) => ({ ask: askOf(fact, front.facts), fact }));
}

/** The title hides what its own sheet asks. */
function sheetsOf(document: LibraryDocument): { title: string; asks: string[] }[] {
  const sheets = apart(
    asksOf(document),
    (one, other) => tells(other.ask, one.fact.value) || tells(one.ask, other.fact.value),
  );
  return sheets.map((sheet) => ({
    title: masked(
      document.front.title,
      sheet.map(({ fact }) => fact.value),
    ),
    asks: sheet.map(({ ask }) => ask),
  }));
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

/** The sheets of one document as one, with what was asked as the gap in the claim; pages are numbered anew, each once. */
export function joined(document: LibraryDocument, sheets: readonly LookSheet[]): LookSheet {
  const blanks = new Map(asksOf(document).map(({ ask, fact }) => [ask, blankOf(fact)]));
  const against: LookSheet["against"] = [];
  const found = sheets.flatMap((sheet) => {
    const ids = new Map<string, string>();
    for (const page of sheet.against) {
      const known = against.find(({ url }) => url === page.url);
      const id = known?.id ?? `c${against.length + 1}`;
      ids.set(page.id, id);
      if (!known) against.push({ ...page, id });
    }
    return sheet.found.map(({ blank, value, at }) => ({
      ...{ blank: blanks.get(blank) ?? blank, value, at: ids.get(at) ?? at },
    }));
  });
  const on = sheets.map((sheet) => sheet.on).sort();
  return { document: document.id, on: on.at(-1) ?? "", against, found };
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
