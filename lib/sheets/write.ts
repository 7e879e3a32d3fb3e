import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import type { DataValidation, stream, Worksheet } from "exceljs";
import { columnName } from "./column-name";
import { escapeXmlText } from "./xml-text";

/**
 * `text` is prose; `code` is shown and kept exactly as typed (logins, work numbers with leading zeros, dates as
 * YYYY-MM-DD), also in the empty rows below; `number` can be added up.
 */
export interface SheetColumn {
  readonly header: string;
  readonly kind: "text" | "code" | "number";
  /** In characters of the Latin alphabet; by the header when missing. */
  readonly width?: number;
  /** Offered as a list in the empty rows and refused otherwise. */
  readonly choices?: readonly string[];
  /** Shown when the header is pointed at. */
  readonly hint?: string;
}

export type SheetValue = string | number | null;

export interface SheetTable {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetTable[];
  /** Sentences on a last sheet of their own. */
  readonly notes?: { readonly name: string; readonly lines: readonly string[] };
}

const AS_TYPED = "@";
const CHOICES_SHEET = "选项";
/** Lists of choices reach this far down. */
const LAST_OFFERED_ROW = 5_001;
const LONGEST_CELL = 32_767;
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[[\]:*?/\\]/gu;
const HEADER_FILL = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF3ECE4" } } as const;

/** So many rows are written between two turns of other requests. */
const ROWS_A_TURN = 100;

type Book = stream.xlsx.WorkbookWriter;

/** The part of a worksheet that its published types leave out: one rule for a whole range. */
interface WithValidations {
  readonly dataValidations: { add(range: string, rule: DataValidation): void };
}

const hasValidations = (sheet: object): sheet is WithValidations => "dataValidations" in sheet;

const safeName = (name: string) => name.replace(NOT_IN_NAMES, " ").slice(0, LONGEST_NAME);
const safeText = (text: string) => escapeXmlText(text.slice(0, LONGEST_CELL));
const defaultWidth = (header: string) => Math.max(10, header.length * 2.4 + 2);

/** One hidden sheet with a column for each list: rules with the list inside end at 255 characters. */
async function addChoices(book: Book, tables: readonly SheetTable[]): Promise<void> {
  const lists = tables.flatMap(({ columns }) =>
    columns.flatMap(({ choices = [] }) => (choices.length > 0 ? [choices] : [])),
  );
  if (lists.length === 0) return;
  const sheet = book.addWorksheet(CHOICES_SHEET, { state: "hidden" });
  const longest = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? null));
  await addRows(sheet, rows);
  sheet.commit();
}

/** Lets the column be chosen from list number `list` of the sheet of choices. */
function offer(sheet: Worksheet, column: string, list: number, size: number): void {
  if (!hasValidations(sheet)) return;
  const at = columnName(list);
  sheet.dataValidations.add(`${column}2:${column}${LAST_OFFERED_ROW}`, {
    type: "list",
    allowBlank: true,
    formulae: [`${CHOICES_SHEET}!$${at}$1:$${at}$${size}`],
    showErrorMessage: true,
    errorTitle: "不在选项里",
    error: "请从下拉列表中选择。",
  });
}

async function addRows(sheet: Worksheet, rows: SheetTable["rows"]): Promise<void> {
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_TURN === ROWS_A_TURN - 1) await setImmediate();
    sheet.addRow(row.map((value) => (typeof value === "string" ? safeText(value) : value))).commit();
  }
}

function addHeader(sheet: Worksheet, columns: readonly SheetColumn[]): void {
  const head = sheet.addRow(columns.map(({ header }) => safeText(header)));
  head.eachCell((cell, index) => {
    cell.style = { font: { bold: true }, fill: HEADER_FILL, alignment: { vertical: "middle" } };
    const hint = columns[index - 1]?.hint;
    if (hint !== undefined) cell.note = hint;
  });
  head.commit();
}

/** `before` counts the lists of choices of earlier tables. */
async function addTable(book: Book, { name, columns, rows }: SheetTable, before: number): Promise<void> {
  const sheet = book.addWorksheet(safeName(name), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ header, kind, width }) => ({
    width: width ?? defaultWidth(header),
    style: {
      ...(kind === "code" ? { numFmt: AS_TYPED } : {}),
      alignment: { vertical: "top", wrapText: kind === "text" },
    },
  }));
  let list = before;
  for (const [index, { choices = [] }] of columns.entries()) {
    if (choices.length > 0) offer(sheet, columnName(index + 1), (list += 1), choices.length);
  }
  addHeader(sheet, columns);
  await addRows(sheet, rows);
  sheet.commit();
}

async function addNotes(book: Book, { name, lines }: NonNullable<WorkbookSpec["notes"]>): Promise<void> {
  const sheet = book.addWorksheet(safeName(name));
  sheet.columns = [{ width: 100, style: { alignment: { wrapText: true, vertical: "top" } } }];
  await addRows(
    sheet,
    lines.map((line) => [line]),
  );
  sheet.commit();
}

const listsOf = ({ columns }: SheetTable) => columns.filter(({ choices = [] }) => choices.length > 0).length;

/**
 * An .xlsx file. Texts are text cells without any prefix, whatever they begin with, and come back from `readWorkbook`
 * as they were; characters XML cannot hold survive too. The header stays in sight.
 */
export async function writeWorkbook({ sheets, notes }: WorkbookSpec): Promise<Buffer> {
  const { default: ExcelJS } = await import("exceljs");
  const out = new PassThrough();
  const whole = buffer(out);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: true });
  let lists = 0;
  for (const table of sheets) {
    await addTable(book, table, lists);
    lists += listsOf(table);
  }
  if (notes !== undefined) await addNotes(book, notes);
  await addChoices(book, sheets);
  await book.commit();
  return whole;
}
