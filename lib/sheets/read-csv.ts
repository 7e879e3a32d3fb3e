import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import { columnName } from "./column-name";
import { unescapeCell } from "./csv-text";
import { decodeText } from "./decode-text";
import type { SheetLimits } from "./limits";
import { brokenFile, refused, tooMuch } from "./refusals";
import { RowCounter } from "./row-counter";
import type { Cell, Row, Workbook } from "./types";

const SEPARATORS = [",", "\t", ";", "，", "；"] as const;
const SEPARATOR_LINE = /^sep=(.)\r?\n/iu;
const SAMPLE_LINES = 20;
const QUOTED = /"(?:[^"]|"")*"/gu;
const BLANK = new Set([" ", "\r", "\n", "\u3000", ...SEPARATORS]);
/** Blank records count: they keep the numbers of the rows right. */
const MOST_RECORDS = 200_000;

/** The separator that splits the first lines most evenly; a comma when none does. */
function guessSeparator(text: string): string {
  const lines = text
    .slice(0, 64 * 1024)
    .replace(QUOTED, "")
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== "");
  const counts = SEPARATORS.map((separator) => {
    const each = lines.slice(0, SAMPLE_LINES).map((line) => line.split(separator).length - 1);
    return { separator, lines: each.filter((count) => count > 0).length, all: each.reduce((a, b) => a + b, 0) };
  });
  const [best] = counts.sort((a, b) => b.lines - a.lines || b.all - a.all);
  return best === undefined || best.all === 0 ? "," : best.separator;
}

function unreadable(error: unknown): Error {
  if (!(error instanceof CsvError)) return brokenFile(error);
  const lines = error["lines"];
  const where = typeof lines === "number" ? `第${lines}行附近` : "文件里";
  return refused(
    `${where}的引号没有成对，分不清单元格，没有导入任何内容。请用Excel或WPS打开，另存为.xlsx后重新上传。`,
    error,
  );
}

/** Without the blank records at the end, of which some programs write a million; the last line that is not blank stays whole. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && BLANK.has(text.charAt(end - 1))) end -= 1;
  const ofLastLine = /^[^\r\n]*/u.exec(text.slice(end))?.[0] ?? "";
  return text.slice(0, end + ofLastLine.length);
}

function recordsOf(text: string): string[][] {
  const [line, declared] = SEPARATOR_LINE.exec(text) ?? [""];
  try {
    return parse(withoutTail(text.slice(line.length)), {
      delimiter: declared ?? guessSeparator(text),
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      to: MOST_RECORDS + 1,
    });
  } catch (error) {
    throw unreadable(error);
  }
}

function cellsOf(record: readonly string[]): Cell[] {
  return record.flatMap((written, index) => {
    const text = unescapeCell(written);
    return text.trim() === "" ? [] : [{ column: columnName(index + 1), text, kind: "text" } satisfies Cell];
  });
}

/** Reads separated text: one sheet, each record a row. Throws an AppError beyond the limits. */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): Workbook {
  const counter = new RowCounter(limits);
  const rows: Row[] = [];
  const records = recordsOf(decodeText(bytes));
  if (records.length > MOST_RECORDS) throw tooMuch("表里空行太多");
  for (const [index, record] of records.entries()) {
    const row: Row = { number: index + 1, hidden: false, cells: cellsOf(record) };
    if (row.cells.length === 0) continue;
    counter.count(row);
    rows.push(row);
  }
  return { format: "csv", sheets: [{ name: "CSV", hidden: false, rows, hiddenColumns: [], date1904: false }] };
}
