import { fieldLabel, type FieldRule } from "./fields";
import type { Columns, Fault, SheetCell, SheetRow } from "./types";

/**
 * Reading one row field by field. A cell that the spreadsheet program has spoiled is a fault before its content is
 * judged: an error of a formula, and a long number that was turned into 1.38E+10 and has lost its last digits.
 *
 * Example: the text 1.38E+10 in the phone column → the digits are gone, type them again in a cell of the kind text.
 */
const EXPONENT = /^[+-]?\d+(?:\.\d+)?E[+-]?\d+$/iu;
/** Spreadsheets keep 15 digits of a number; the rest becomes zeros. */
const EXACT_DIGITS = 15;

const NOTHING = { text: "", kind: "empty" } as const;

/** The cell of a column, an empty one when it is not there. */
function cellAt(row: SheetRow, column: string | undefined): SheetCell {
  return row.cells.find((cell) => cell.column === column) ?? { column: column ?? "", ...NOTHING };
}

interface Problem {
  readonly problem: string;
  readonly remedy: string;
}

/** Why the content of a cell cannot be what was typed; null when it can. */
function spoiled(cell: SheetCell): Problem | null {
  const text = cell.text.trim();
  if (cell.kind === "error") {
    return {
      problem: text === "" ? "公式没有算出结果。" : `公式出错，显示${text}。`,
      remedy: "请直接填写内容，不用公式。",
    };
  }
  if (EXPONENT.test(text)) {
    return {
      problem: `数字变成了科学计数法${text}，后几位已经丢失。`,
      remedy: "请先把这一列设成“文本”格式，再重新填写完整的号码。",
    };
  }
  if (cell.kind === "number" && text.replace(/\D/gu, "").length > EXACT_DIGITS) {
    return {
      problem: "号码超过15位又存成了数字，后几位已经变成0。",
      remedy: "请先把这一列设成“文本”格式，再重新填写完整的号码。",
    };
  }
  return null;
}

/** Collects the faults of one row; `read` gives the trimmed text of a field, empty for a cell that was spoiled. */
export class RowReader<F extends string> {
  readonly faults: Fault<F>[] = [];
  readonly shown: { [field in F]?: string } = {};
  readonly row: SheetRow;
  private readonly columns: Columns<F>;
  private readonly rules: readonly FieldRule<F>[];

  constructor(row: SheetRow, columns: Columns<F>, rules: readonly FieldRule<F>[]) {
    this.row = row;
    this.columns = columns;
    this.rules = rules;
    for (const { field } of rules) {
      const { text } = this.cell(field);
      if (text.trim() !== "") this.shown[field] = text.trim();
    }
  }

  cell(field: F): SheetCell {
    return cellAt(this.row, this.columns[field]);
  }

  read(field: F): string {
    const cell = this.cell(field);
    const fault = spoiled(cell);
    if (fault === null) return cell.text.trim();
    this.fault(field, fault.problem, fault.remedy);
    return "";
  }

  fault(field: F, problem: string, remedy: string): void {
    const column = this.columns[field] ?? null;
    this.faults.push({ column, field, written: column === null ? "" : this.cell(field).text, problem, remedy });
  }

  /** True when a fault was found in this field. */
  isFaulty(field: F): boolean {
    return this.faults.some((fault) => fault.field === field);
  }

  /** A field that must be filled is empty. Says nothing when the cell was already found spoiled. */
  missing(field: F): void {
    if (this.isFaulty(field)) return;
    const label = fieldLabel(this.rules, field);
    this.fault(field, `没有填“${label}”。`, `请补上“${label}”。`);
  }
}
