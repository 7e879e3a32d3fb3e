import { escapeCell } from "./csv-text";
import type { SheetTable, SheetValue } from "./write";

const BOM = "\ufeff";
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/u;

function cellText(value: SheetValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = escapeCell(value);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A .csv file that Excel and WPS open with the right characters: UTF-8 with its mark, CRLF. Texts that a spreadsheet
 * program would run as a formula are made harmless; `readWorkbook` gives every text back as it was.
 */
export function writeCsv({ columns, rows }: Pick<SheetTable, "columns" | "rows">): Buffer {
  const lines = [columns.map(({ header }) => header), ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`);
  return Buffer.from(BOM + lines.join(""), "utf8");
}
