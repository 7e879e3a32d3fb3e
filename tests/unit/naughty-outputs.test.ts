import { describe, expect, it } from "vitest";
import { escapeHtml, htmlDocument } from "@/lib/html-document";
import { readWorkbook } from "@/lib/sheets/read";
import { writeWorkbook } from "@/lib/sheets/write";
import { writeCsv } from "@/lib/sheets/write-csv";
import { NAUGHTY } from "@/tests/support/naughty-strings";

/**
 * The ways out that are no page of the framework: what a cell or a printed sheet holds is what was stored. Texts of people
 * do not reach the feed and the calendar, whose texts are those of content/.
 */
const texts = NAUGHTY.filter((text) => text.trim() !== "");
const table = {
  name: "示例",
  columns: [
    { header: "文字", kind: "text" as const },
    { header: "编号", kind: "code" as const },
  ],
  rows: texts.map((text) => [text, text]),
};

async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const { sheets } = await readWorkbook(bytes);
  return (sheets[0]?.rows ?? []).slice(1).map((row) => row.cells.map(({ text }) => text));
}

/** A line break in a cell is one character, whichever was typed. */
const inCell = (text: string): string => text.replaceAll(/\r\n?/g, "\n");

describe("a workbook", () => {
  it("has every naughty string as a typed cell", async () => {
    const cells = await cellsOf(await writeWorkbook({ sheets: [table] }));
    expect(cells.map((row) => row.map(inCell))).toEqual(texts.map((text) => [inCell(text), inCell(text)]));
  });

  it("as CSV is escaped, and reading undoes exactly that", async () => {
    const cells = await cellsOf(writeCsv(table));
    expect(cells.map((row) => row.map(inCell))).toEqual(texts.map((text) => [inCell(text), inCell(text)]));
  });
});

describe("a sheet to print", () => {
  const SIGNS: Readonly<Record<string, string>> = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
  };

  it.each([...texts])("holds %j as text", (text) => {
    const escaped = escapeHtml(text);
    expect(escaped).not.toMatch(/[<>"']/);
    expect(escaped.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] ?? "")).toBe(text);
    expect(htmlDocument({ title: text, body: "" })).toContain(`<title>${escaped} | `);
  });
});
