import { columnIndex, columnName, parseReference } from "./column-name";
import { brokenFile } from "./refusals";
import type { RowCounter } from "./row-counter";
import type { Cell, Row } from "./types";
import { meaningOf, type CellContext } from "./xlsx-cells";
import { readXml, type XmlHandlers } from "./xml";

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  hasFormula: boolean;
}

/** A merged range such as A1:F1. */
export interface SheetContent {
  readonly rows: readonly Row[];
  readonly merges: readonly string[];
  readonly hiddenColumns: readonly string[];
}

const isTrue = (value: string | undefined) => value === "1" || value === "true";
/** Elements whose text is content: a value, a text run. The text of a formula is not. */
const CONTENT = new Set(["v", "t"]);
const MOST_HIDDEN = 256;

/** Collects the rows of one worksheet from its elements. */
class SheetReader implements XmlHandlers {
  readonly rows: Row[] = [];
  readonly merges: string[] = [];
  readonly hiddenColumns: string[] = [];
  private row = { number: 0, hidden: false };
  private cells: Cell[] = [];
  private cell: OpenCell | null = null;
  private column = 0;
  private inContent = false;
  private phonetic = 0;
  private readonly context: CellContext;
  private readonly counter: RowCounter;

  constructor(context: CellContext, counter: RowCounter) {
    this.context = context;
    this.counter = counter;
  }

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === "row") this.openRow(attributes);
    else if (name === "c") this.openCell(attributes);
    else if (name === "f" && this.cell !== null) this.cell.hasFormula = true;
    else if (name === "rPh") this.phonetic += 1;
    else if (CONTENT.has(name)) this.inContent = this.cell !== null && this.phonetic === 0;
    else if (name === "mergeCell") this.merges.push(attributes["ref"] ?? "");
    else if (name === "col" && isTrue(attributes["hidden"])) this.hideColumns(attributes);
  };

  text = (piece: string): void => {
    if (this.inContent && this.cell !== null) this.cell.value += piece;
  };

  close = (name: string): void => {
    if (CONTENT.has(name)) this.inContent = false;
    else if (name === "rPh") this.phonetic -= 1;
    else if (name === "c") this.closeCell();
    else if (name === "row") this.closeRow();
  };

  private openRow(attributes: Readonly<Record<string, string>>): void {
    this.row = { number: Number(attributes["r"] ?? this.row.number + 1), hidden: isTrue(attributes["hidden"]) };
    this.cells = [];
    this.column = 0;
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const column = parseReference(attributes["r"] ?? "")?.column ?? this.column + 1;
    this.column = column;
    const style = Number(attributes["s"] ?? 0);
    this.cell = { column, type: attributes["t"] ?? "n", style, value: "", hasFormula: false };
  }

  private closeCell(): void {
    const meaning = this.cell === null ? null : meaningOf(this.cell, this.context);
    if (this.cell !== null && meaning !== null) this.cells.push({ column: columnName(this.cell.column), ...meaning });
    this.cell = null;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    const cells = this.cells.sort((a, b) => columnIndex(a.column) - columnIndex(b.column));
    const row: Row = { ...this.row, cells };
    this.counter.count(row);
    this.rows.push(row);
    this.cells = [];
  }

  private hideColumns(attributes: Readonly<Record<string, string>>): void {
    const first = Number(attributes["min"] ?? 0);
    // LibreOffice hides everything to the right edge of the sheet.
    const last = Math.min(Number(attributes["max"] ?? 0), MOST_HIDDEN);
    for (let column = first; column <= last; column += 1) this.hiddenColumns.push(columnName(column));
  }
}

/** The rows with content, in the order of their numbers. Throws an AppError beyond the limits. */
export async function readSheetXml(bytes: Buffer, context: CellContext, counter: RowCounter): Promise<SheetContent> {
  const reader = new SheetReader(context, counter);
  await readXml(bytes, reader);
  reader.rows.sort((a, b) => a.number - b.number);
  const numbers = new Set(reader.rows.map((row) => row.number));
  if (numbers.size < reader.rows.length || ![...numbers].every(Number.isSafeInteger)) throw brokenFile();
  return reader;
}
