import { columnIndex, columnName } from "./column-name";
import type { SheetLimits } from "./limits";
import { tooMuch } from "./refusals";
import type { Row } from "./types";

/** Ends the reading at the first row or column too many. */
export class RowCounter {
  private rows = 0;
  private readonly limits: SheetLimits;

  constructor(limits: SheetLimits) {
    this.limits = limits;
  }

  /** Throws an AppError that names the row. */
  count(row: Row): void {
    this.rows += 1;
    if (this.rows > this.limits.rows) throw tooMuch(`表里超过${this.limits.rows}行`);
    const last = row.cells.at(-1);
    if (last !== undefined && columnIndex(last.column) > this.limits.columns) {
      throw tooMuch(`第${row.number}行写到了${last.column}列，最多读到${columnName(this.limits.columns)}列`);
    }
  }
}
