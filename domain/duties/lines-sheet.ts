import { lineFault, MOST_EFFORT, SOURCES, type LineText, type Source } from "./line";
import { RHYTHM_LABELS, RHYTHMS } from "./rhythm";

/**
 * The lines of a year as a spreadsheet: what goes out comes back, and whatever is wrong names its row and column as the
 * spreadsheet program shows them. Columns may stand in any order; those that are not known are left alone.
 *
 * Example: `每半年` in C7 gives the fault { row: 7, column: "C", text: "写每月、每季、每年或一次" }.
 */
export const LINE_COLUMNS = [
  { field: "title", label: "名称" },
  { field: "ask", label: "要做什么" },
  { field: "rhythm", label: "多久一次" },
  { field: "onDate", label: "哪一天以前" },
  { field: "daysBefore", label: "提前几个工作日" },
  { field: "effort", label: "大约几分钟" },
  { field: "source", label: "凭什么算办了" },
] as const;
type Field = (typeof LINE_COLUMNS)[number]["field"];

export const SOURCE_WORDS: Readonly<Record<Source, string>> = Object.freeze({
  reported: "支部说办了",
  study: "派发的学习",
});

interface SheetRow {
  readonly number: number;
  readonly cells: readonly { readonly column: string; readonly text: string }[];
}

export interface SheetFault {
  readonly row: number;
  /** Null for a whole row. */
  readonly column: string | null;
  readonly text: string;
}

export type ReadLines =
  | { readonly ok: true; readonly lines: readonly LineText[] }
  | { readonly ok: false; readonly faults: readonly SheetFault[] };

type Columns = ReadonlyMap<Field, string>;

function columnsOf(row: SheetRow | undefined): Columns {
  const byLabel = new Map(row?.cells.map(({ column, text }) => [text.trim(), column]));
  return new Map(
    LINE_COLUMNS.flatMap(({ field, label }) => {
      const column = byLabel.get(label);
      return column === undefined ? [] : [[field, column] as const];
    }),
  );
}

function wholeNumber(text: string, low: number, high: number): number | null {
  const number = /^\d{1,4}$/u.test(text) ? Number(text) : Number.NaN;
  return number >= low && number <= high ? number : null;
}

const rhythmOf = (text: string) => RHYTHMS.find((one) => RHYTHM_LABELS[one] === text);
const sourceOf = (text: string) => SOURCES.find((one) => SOURCE_WORDS[one] === text);

function textFault(text: string, most: number): string | null {
  if (text === "") return "不能空着";
  return text.length > most ? `最多${most}个字` : null;
}

type TextOf = (field: Field) => string;

function cellFaults(textOf: TextOf): [Field, string][] {
  const all: [Field, string | null][] = [
    ["title", textFault(textOf("title"), 40)],
    ["ask", textFault(textOf("ask"), 200)],
    ["rhythm", rhythmOf(textOf("rhythm")) ? null : "写每月、每季、每年或一次"],
    ["source", sourceOf(textOf("source")) ? null : "写支部说办了或派发的学习"],
    ["daysBefore", wholeNumber(textOf("daysBefore"), 0, 120) === null ? "写0到120之间的整数" : null],
    ["effort", wholeNumber(textOf("effort"), 1, MOST_EFFORT) === null ? `写1到${MOST_EFFORT}之间的整数` : null],
  ];
  return all.filter((one): one is [Field, string] => one[1] !== null);
}

/** One row as a line; everything wrong with it goes to `tell`. */
function readLine(textOf: TextOf, year: string, tell: (field: Field, text: string) => void): LineText | null {
  const faults = cellFaults(textOf);
  for (const [field, text] of faults) tell(field, text);
  const [rhythm, source] = [rhythmOf(textOf("rhythm")), sourceOf(textOf("source"))];
  if (faults.length > 0 || !rhythm || !source) return null;
  const line = {
    ...{ title: textOf("title"), ask: textOf("ask"), rhythm, source },
    onDate: rhythm === "once" ? textOf("onDate") : "",
    ...{ daysBefore: Number(textOf("daysBefore")), effort: Number(textOf("effort")) },
  };
  const fault = lineFault(line, year);
  if (fault === null) return line;
  tell(fault.field, fault.detail);
  return null;
}

/** All lines of a sheet, or everything that is wrong with it. Nothing of a sheet with a fault is taken. */
export function readLines(rows: readonly SheetRow[], year: string): ReadLines {
  const [head, ...body] = rows;
  const columns = columnsOf(head);
  const missing = LINE_COLUMNS.filter(({ field }) => !columns.has(field)).map(({ label }) => label);
  if (head === undefined || missing.length > 0) {
    return {
      ok: false,
      faults: [{ row: head?.number ?? 1, column: null, text: `第一行缺少这几列：${missing.join("、")}` }],
    };
  }
  const faults: SheetFault[] = [];
  const lines: LineText[] = [];
  const seen = new Map<string, number>();
  for (const { number: row, cells } of body) {
    const texts = new Map(cells.map(({ column, text }) => [column, text.trim()]));
    const textOf = (field: Field): string => texts.get(columns.get(field) ?? "") ?? "";
    if (LINE_COLUMNS.every(({ field }) => textOf(field) === "")) continue;
    const tell = (field: Field, text: string) => faults.push({ row, column: columns.get(field) ?? null, text });
    const line = readLine(textOf, year, tell);
    const twin = seen.get(textOf("title"));
    if (twin !== undefined) tell("title", `和第${twin}行同名`);
    seen.set(textOf("title"), twin ?? row);
    if (line !== null) lines.push(line);
  }
  if (faults.length > 0) return { ok: false, faults };
  if (lines.length > 0) return { ok: true, lines };
  return { ok: false, faults: [{ row: head.number + 1, column: null, text: "表里一项都没有" }] };
}
