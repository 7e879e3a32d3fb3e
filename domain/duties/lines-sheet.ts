import { lineFault, MOST_EFFORT, type LineText, type Source } from "./line";
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

const LONGEST: Readonly<Partial<Record<Field, number>>> = { title: 40, ask: 200 };

function wholeNumber(text: string, low: number, high: number): number | null {
  const number = /^\d{1,4}$/u.test(text) ? Number(text) : Number.NaN;
  return number >= low && number <= high ? number : null;
}

/** One row as a line; everything wrong with it goes to `tell`. */
function readLine(
  textOf: (field: Field) => string,
  year: string,
  tell: (field: Field, text: string) => void,
): LineText | null {
  let isSound = true;
  const say = (field: Field, text: string) => {
    isSound = false;
    tell(field, text);
  };
  for (const field of ["title", "ask"] as const) {
    if (textOf(field) === "") say(field, "不能空着");
    if (textOf(field).length > (LONGEST[field] ?? 0)) say(field, `最多${LONGEST[field] ?? 0}个字`);
  }
  const rhythm = RHYTHMS.find((one) => RHYTHM_LABELS[one] === textOf("rhythm"));
  if (rhythm === undefined) say("rhythm", "写每月、每季、每年或一次");
  const source = (["reported", "study"] as const).find((one) => SOURCE_WORDS[one] === textOf("source"));
  if (source === undefined) say("source", "写支部说办了或派发的学习");
  const daysBefore = wholeNumber(textOf("daysBefore"), 0, 120);
  if (daysBefore === null) say("daysBefore", "写0到120之间的整数");
  const effort = wholeNumber(textOf("effort"), 1, MOST_EFFORT);
  if (effort === null) say("effort", `写1到${MOST_EFFORT}之间的整数`);
  if (!isSound || !rhythm || !source || daysBefore === null || effort === null) return null;
  const onDate = rhythm === "once" ? textOf("onDate") : "";
  const line = { title: textOf("title"), ask: textOf("ask"), rhythm, onDate, daysBefore, effort, source };
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
