import type { Workbook as Book } from "exceljs";
import { columnIndex } from "./column-name";
import { SHEET_LIMITS, type SheetLimits } from "./limits";
import { FAULTS_HEADER, markSheet } from "./mark-sheet";
import { readWorkbook } from "./read";
import { recognise } from "./recognise";
import type { CellFault, Sheet } from "./types";
import { unpack } from "./unzip";
import { escapeXmlText } from "./xml-text";

export interface MarkOptions {
  /** The sheet the faults belong to; the first visible one when missing. */
  readonly sheet?: string;
  /** The row of the column heads, which then also names the added column. */
  readonly headerRow?: number;
  readonly limits?: SheetLimits;
}

const LIST_SHEET = FAULTS_HEADER;
const LEGEND = "标成浅红色的单元格需要修改，原因写在批注里和最后一列。改好后直接上传整个文件，不用删去这些标记。";
/** Larger sheets would fill the memory when opened for editing: they are written anew from their rows. */
const EDITABLE_BYTES = 24 * 1024 * 1024;

function copy(sheet: Sheet, book: Book): void {
  const added = book.addWorksheet(sheet.name, { state: sheet.hidden ? "hidden" : "visible" });
  for (const { number, cells } of sheet.rows) {
    const row = added.getRow(number);
    for (const { column, text } of cells.filter((cell) => cell.mergedFrom === undefined)) {
      row.getCell(column).value = escapeXmlText(text);
      row.getCell(column).numFmt = "@";
    }
  }
}

async function newBook(): Promise<Book> {
  const { default: ExcelJS } = await import("exceljs");
  return new ExcelJS.Workbook();
}

/** The workbook as it was; null when it is too large to be opened for editing. */
async function opened(bytes: Buffer, limits: SheetLimits): Promise<Book | null> {
  // exceljs unpacks without any limit: it only gets what passed ours.
  const parts = await unpack(bytes, limits, (name) => /\.xml$/iu.test(name));
  if ([...parts.values()].reduce((sum, part) => sum + part.length, 0) > EDITABLE_BYTES) return null;
  const book = await newBook();
  // Its types ask for a Buffer of their own making.
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}

function addList(book: Book, faults: readonly CellFault[]): void {
  const old = book.getWorksheet(LIST_SHEET);
  if (old !== undefined) book.removeWorksheet(old.id);
  const list = book.addWorksheet(LIST_SHEET);
  list.columns = [{ width: 10 }, { width: 10 }, { width: 100, style: { alignment: { wrapText: true } } }];
  list.addRow([LEGEND]);
  list.addRow(["行", "列", "问题"]).font = { bold: true };
  const inOrder = [...faults].sort(
    (a, b) => a.row - b.row || columnIndex(a.column ?? "") - columnIndex(b.column ?? ""),
  );
  for (const { row, column, text } of inOrder) list.addRow([row, column ?? "", escapeXmlText(text)]);
}

async function marked(book: Book, faults: readonly CellFault[], options: MarkOptions): Promise<Buffer> {
  const named = options.sheet === undefined ? undefined : book.getWorksheet(options.sheet);
  const sheet = named ?? book.worksheets.find(({ state }) => state === "visible") ?? book.worksheets[0];
  if (sheet !== undefined) markSheet(sheet, faults, options.headerRow);
  addList(book, faults);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function markOriginal(bytes: Buffer, faults: readonly CellFault[], options: MarkOptions): Promise<Buffer | null> {
  try {
    const book = await opened(bytes, options.limits ?? SHEET_LIMITS);
    return book === null ? null : await marked(book, faults, options);
  } catch {
    // exceljs stumbles over parts it does not know; the rows that were read serve as well.
    return null;
  }
}

/**
 * The workbook people uploaded, with each faulty cell light red and a note that says why, one added column with all
 * faults of a row, and a last sheet that lists them. Marks of an earlier round go away. Formats, widths and other
 * sheets stay; what exceljs cannot open for editing, and a CSV file, comes back as a new workbook with the same cells
 * in the same places. Faults stand in the rows and columns that `readWorkbook` names.
 */
export async function markWorkbook(
  original: Uint8Array,
  faults: readonly CellFault[],
  options: MarkOptions = {},
): Promise<Buffer> {
  const limits = options.limits ?? SHEET_LIMITS;
  const bytes = Buffer.from(original.buffer, original.byteOffset, original.byteLength);
  const whole = recognise(bytes, limits) === "zip" ? await markOriginal(bytes, faults, options) : null;
  if (whole !== null) return whole;
  const book = await newBook();
  for (const sheet of (await readWorkbook(bytes, limits)).sheets) copy(sheet, book);
  return marked(book, faults, options);
}
