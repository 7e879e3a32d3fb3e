import type { DataValidation, Workbook, Worksheet } from "exceljs";
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

/** The part of a worksheet that its published types leave out: one rule for a whole range. */
interface WithValidations {
  readonly dataValidations: { add(range: string, rule: DataValidation): void };
}

const hasValidations = (sheet: object): sheet is WithValidations => "dataValidations" in sheet;

const safeName = (name: string) => name.replace(NOT_IN_NAMES, " ").slice(0, LONGEST_NAME);
const safeText = (text: string) => escapeXmlText(text.slice(0, LONGEST_CELL));
const defaultWidth = (header: string) => Math.max(10, header.length * 2.4 + 2);

function offerChoices(book: Workbook, sheet: Worksheet, columns: readonly SheetColumn[]): void {
  for (const [index, { choices }] of columns.entries()) {
    if (choices === undefined || choices.length === 0) continue;
    const lists = book.getWorksheet(CHOICES_SHEET) ?? book.addWorksheet(CHOICES_SHEET, { state: "hidden" });
    const at = lists.actualColumnCount + 1;
    for (const [row, choice] of choices.entries()) lists.getCell(row + 1, at).value = safeText(choice);
    const column = columnName(index + 1);
    const list = columnName(at);
    if (!hasValidations(sheet)) continue;
    sheet.dataValidations.add(`${column}2:${column}${LAST_OFFERED_ROW}`, {
      type: "list",
      allowBlank: true,
      formulae: [`${CHOICES_SHEET}!$${list}$1:$${list}$${choices.length}`],
      showErrorMessage: true,
      errorTitle: "不在选项里",
      error: "请从下拉列表中选择。",
    });
  }
}

function addTable(book: Workbook, { name, columns, rows }: SheetTable): Worksheet {
  const sheet = book.addWorksheet(safeName(name), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ header, kind, width }) => ({
    width: width ?? defaultWidth(header),
    style: {
      ...(kind === "code" ? { numFmt: AS_TYPED } : {}),
      alignment: { vertical: "top", wrapText: kind === "text" },
    },
  }));
  const head = sheet.addRow(columns.map(({ header }) => safeText(header)));
  head.eachCell((cell, index) => {
    cell.style = { font: { bold: true }, fill: HEADER_FILL, alignment: { vertical: "middle" } };
    const hint = columns[index - 1]?.hint;
    if (hint !== undefined) cell.note = hint;
  });
  for (const row of rows) sheet.addRow(row.map((value) => (typeof value === "string" ? safeText(value) : value)));
  return sheet;
}

function addNotes(book: Workbook, { name, lines }: NonNullable<WorkbookSpec["notes"]>): void {
  const sheet = book.addWorksheet(safeName(name));
  sheet.columns = [{ width: 100, style: { alignment: { wrapText: true, vertical: "top" } } }];
  for (const line of lines) sheet.addRow([safeText(line)]);
}

/**
 * An .xlsx file. Texts are text cells without any prefix, whatever they begin with, and come back from `readWorkbook`
 * as they were; characters XML cannot hold survive too. The header stays in sight.
 */
export async function writeWorkbook({ sheets, notes }: WorkbookSpec): Promise<Buffer> {
  const { default: ExcelJS } = await import("exceljs");
  const book = new ExcelJS.Workbook();
  const added = sheets.map((table) => ({ table, sheet: addTable(book, table) }));
  if (notes !== undefined) addNotes(book, notes);
  for (const { table, sheet } of added) offerChoices(book, sheet, table.columns);
  return Buffer.from(await book.xlsx.writeBuffer());
}
