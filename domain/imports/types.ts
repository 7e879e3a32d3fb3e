/**
 * What the rules of imports read and give. A sheet comes as rows of cells with the names people see on the screen; a
 * row goes out as new, changed, the same or faulty, with everything a person needs to find and mend a fault.
 *
 * Example: row 7 with the phone number 1380000 in column C gives one fault: column C, field phone, written 1380000.
 */
export interface SheetCell {
  readonly column: string;
  readonly text: string;
  readonly kind: "text" | "number" | "date" | "formula" | "error" | "empty";
  /** Covered by a merged cell: where the content stands. */
  readonly mergedFrom?: string;
}

export interface SheetRow {
  readonly number: number;
  readonly hidden: boolean;
  /** Left to right, without empty cells. */
  readonly cells: readonly SheetCell[];
}

export interface ImportSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly date1904: boolean;
}

/** Which column holds a field, by its letter. */
export type Columns<F extends string> = { readonly [field in F]?: string };

export interface Fault<F extends string> {
  /** Null when no single cell is at fault, or the column is missing. */
  readonly column: string | null;
  readonly field: F;
  /** As it stands in the cell. */
  readonly written: string;
  readonly problem: string;
  readonly remedy: string;
}

export interface Change<F extends string> {
  readonly field: F;
  /** As shown to people; empty when there was nothing. */
  readonly before: string;
  readonly after: string;
}

export type RowState = "new" | "update" | "same" | "fault";

export interface RowResult<F extends string, V> {
  /** As the spreadsheet program shows it. */
  readonly number: number;
  readonly hidden: boolean;
  readonly state: RowState;
  /** What identifies the row; null when it could not be read. Not for the log: a login is personal. */
  readonly key: string | null;
  /** The record the row speaks of, also when the row has faults; null for a new one. */
  readonly existingId: string | null;
  /** What would be stored; null when there is a fault. */
  readonly values: V | null;
  /** As read, for showing: every field of the row that is not empty. */
  readonly shown: { readonly [field in F]?: string };
  readonly changes: readonly Change<F>[];
  readonly faults: readonly Fault<F>[];
}
