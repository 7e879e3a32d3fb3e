/**
 * A spreadsheet in one neutral form, whatever program wrote it. Rows and columns carry the names people see on their
 * screen (row 7, column C), so that a fault can point at the cell; rows and cells without content are left out.
 */

/** `empty` is a cell that is not there; `formula` has the result as text, `error` what the program shows (#N/A). */
export type CellKind = "text" | "number" | "date" | "formula" | "error" | "empty";

export interface Cell {
  /** A, B … BH. */
  readonly column: string;
  /** Numbers as plain digits, with leading zeros where the number format shows them; dates as YYYY-MM-DD. */
  readonly text: string;
  readonly kind: CellKind;
  /** Covered by a merged cell: where the content stands, such as B2. */
  readonly mergedFrom?: string;
}

export interface Row {
  /** As the spreadsheet program shows it; in a CSV file the record, a quoted line break does not count. */
  readonly number: number;
  /** Filtered out or hidden by hand: read like every other row. */
  readonly hidden: boolean;
  /** Left to right. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Top to bottom. */
  readonly rows: readonly Row[];
  readonly hiddenColumns: readonly string[];
  /** Serial numbers of days count from 1904 instead of 1900. */
  readonly date1904: boolean;
}

export type SheetFormat = "xlsx" | "csv";

export interface Workbook {
  readonly format: SheetFormat;
  readonly sheets: readonly Sheet[];
}

/** What is wrong with one cell, or with a whole row when `column` is null. */
export interface CellFault {
  readonly row: number;
  readonly column: string | null;
  readonly text: string;
}
