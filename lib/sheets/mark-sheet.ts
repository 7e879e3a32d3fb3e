import type { Cell as BookCell, Worksheet } from "exceljs";
import type { CellFault } from "./types";
import { escapeXmlText } from "./xml-text";

/** Head of the added column. A table that is read again may carry it; it holds nothing to read. */
export const FAULTS_HEADER = "需要修改的地方";

const RED = "FFFFC7CE";
const FAULT_FILL = { type: "pattern", pattern: "solid", fgColor: { argb: RED } } as const;
const FAULTS_WIDTH = 48;

function isMarked(cell: BookCell): boolean {
  const { fill } = cell;
  return fill?.type === "pattern" && fill.fgColor?.argb === RED;
}

function unmark(sheet: Worksheet): void {
  sheet.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (!isMarked(cell)) return;
      cell.style = { ...cell.style, fill: { type: "pattern", pattern: "none" } };
      // A note cannot be taken away through its setter, which always makes one; it is also kept in the model.
      Object.assign(cell, { _comment: undefined });
      Object.assign(cell.model, { comment: undefined });
    });
  });
}

function mark(cell: BookCell, texts: readonly string[]): void {
  // Cells of one look share their style: a change in place would colour all of them.
  cell.style = { ...cell.style, fill: FAULT_FILL };
  cell.note = texts.map(escapeXmlText).join("\n");
}

/** The column of an earlier round, emptied, or the first free one. */
function faultsColumn(sheet: Worksheet, headerRow: number | undefined): number {
  let last = 0;
  let known = 0;
  sheet.eachRow((row, number) => {
    row.eachCell((cell, column) => {
      last = Math.max(last, column);
      if (number === headerRow && cell.value === FAULTS_HEADER) known = column;
    });
  });
  if (known === 0) return last + 1;
  sheet.getColumn(known).eachCell((cell) => {
    cell.value = null;
  });
  return known;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Marks the faults in an opened sheet; marks of an earlier round go away. Rows with faults are shown. */
export function markSheet(sheet: Worksheet, faults: readonly CellFault[], headerRow: number | undefined): void {
  unmark(sheet);
  const summary = faultsColumn(sheet, headerRow);
  if (headerRow !== undefined) sheet.getRow(headerRow).getCell(summary).value = FAULTS_HEADER;
  sheet.getColumn(summary).width = FAULTS_WIDTH;
  for (const [row, ofRow] of grouped(faults, (fault) => String(fault.row))) {
    const target = sheet.getRow(Number(row));
    target.hidden = false;
    const cell = target.getCell(summary);
    cell.value = escapeXmlText(ofRow.map((fault) => fault.text).join("\n"));
    cell.style = { fill: FAULT_FILL, alignment: { wrapText: true, vertical: "top" } };
  }
  const cells = faults.filter((fault) => fault.column !== null);
  for (const [address, ofCell] of grouped(cells, (fault) => `${fault.column}${fault.row}`)) {
    mark(
      sheet.getCell(address),
      ofCell.map((fault) => fault.text),
    );
  }
}
