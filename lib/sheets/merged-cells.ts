import { columnIndex, columnName, parseReference } from "./column-name";
import { tooMuch } from "./refusals";
import type { Cell, Row } from "./types";

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function parseRange(text: string): Range | null {
  const [first = "", last = ""] = text.split(":");
  const from = parseReference(first);
  const to = parseReference(last);
  if (from === null || to === null) return null;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Lets every covered cell of a row that has content show what its merged cell shows. */
class Spreader {
  private readonly rows: Map<number, Row>;
  private readonly numbers: readonly number[];
  private budget: number;

  constructor(rows: readonly Row[], budget: number) {
    this.rows = new Map(rows.map((row) => [row.number, row]));
    this.numbers = rows.map((row) => row.number);
    this.budget = budget;
  }

  spread(range: Range, columns: number): void {
    const source = this.rows.get(range.top)?.cells.find((cell) => columnIndex(cell.column) === range.left);
    if (source === undefined) return;
    for (let at = this.numbers.indexOf(range.top); at < this.numbers.length; at += 1) {
      const number = this.numbers[at] ?? Infinity;
      if (number > range.bottom) return;
      this.cover(number, range, source, columns);
    }
  }

  private cover(number: number, range: Range, source: Cell, columns: number): void {
    const row = this.rows.get(number);
    if (row === undefined) return;
    const added: Cell[] = [];
    const taken = new Set(row.cells.map((cell) => cell.column));
    for (let column = range.left; column <= Math.min(range.right, columns); column += 1) {
      this.spend();
      const name = columnName(column);
      if (!taken.has(name)) added.push({ ...source, column: name, mergedFrom: `${source.column}${range.top}` });
    }
    const cells = [...row.cells, ...added].sort((a, b) => columnIndex(a.column) - columnIndex(b.column));
    this.rows.set(number, { ...row, cells });
  }

  private spend(): void {
    this.budget -= 1;
    if (this.budget < 0) throw tooMuch("表里合并的单元格太多");
  }

  result(): Row[] {
    return [...this.rows.values()];
  }
}

/**
 * Rows in which the cells covered by a merged cell show its content, marked with where it stands. Rows without content
 * of their own stay out. `budget` bounds the work.
 */
export function spreadMergedCells(
  rows: readonly Row[],
  merges: readonly string[],
  { columns, budget }: { readonly columns: number; readonly budget: number },
): readonly Row[] {
  const ranges = merges.map(parseRange).filter((range) => range !== null);
  if (ranges.length === 0) return rows;
  const spreader = new Spreader(rows, budget);
  for (const range of ranges) spreader.spread(range, columns);
  return spreader.result();
}
