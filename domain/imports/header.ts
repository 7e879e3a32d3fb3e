import type { FieldRule } from "./fields";
import type { Columns, Fault, ImportSheet, SheetCell, SheetRow } from "./types";

/**
 * Finding the row of column heads: the one that names the most known columns, among the first rows of the sheets that
 * can be seen. Titles and remarks above it do not matter; of a head over two rows, the lower one counts, in which
 * cells merged downwards repeat. What stands below and is no data (the head once more, a remark across the table, a
 * sum) is skipped and named.
 *
 * Example: row 1 `示例园区党员名单` over all columns, row 3 姓名 手机 单位 → the head is row 3, data begin in row 4.
 */
export interface SkippedRow {
  readonly number: number;
  readonly reason: string;
}

export interface ImportTable<F extends string> {
  readonly sheet: string;
  readonly date1904: boolean;
  readonly headerRow: number;
  readonly columns: Columns<F>;
  /** The heads as written, by field. */
  readonly heads: { readonly [field in F]?: string };
  /** Columns nobody reads. */
  readonly unknown: readonly { readonly column: string; readonly head: string }[];
  readonly rows: readonly SheetRow[];
  readonly skipped: readonly SkippedRow[];
  /** With a fault here no row can be read. */
  readonly faults: readonly Fault<F>[];
}

const SEARCHED_ROWS = 30;
const LEAST_MATCHES = 2;
const SUMS = /^(?:合计|总计|小计|共计|总人数)/u;
const REMARK = /^(?:注|备注|说明|填表说明|填写说明|填表人|填报人|制表人|审核人|填报单位|联系人)[:：]/u;

/** A head without what people put around it. */
export function headKey(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, "")
    .replace(/[\s\p{Cf}*:：、.。#＊★_]/gu, "")
    .toUpperCase();
}

interface Match<F extends string> {
  readonly rule: FieldRule<F>;
  readonly cell: SheetCell;
}

type HeadIndex<F extends string> = ReadonlyMap<string, FieldRule<F>>;

function headIndex<F extends string>(rules: readonly FieldRule<F>[]): HeadIndex<F> {
  return new Map(rules.flatMap((rule) => [rule.label, ...rule.aliases].map((name) => [headKey(name), rule] as const)));
}

/** A title merged across the table repeats in every column; only its first cell may count as a head. */
function matchesIn<F extends string>(row: SheetRow, heads: HeadIndex<F>): readonly Match<F>[] {
  const seen = new Set<string>();
  return row.cells.flatMap((cell) => {
    const rule = heads.get(headKey(cell.text));
    const across = cell.mergedFrom !== undefined && seen.has(cell.mergedFrom);
    seen.add(cell.mergedFrom ?? `${cell.column}${row.number}`);
    return rule === undefined || across ? [] : [{ rule, cell }];
  });
}

const distinct = <F extends string>(matches: readonly Match<F>[]) =>
  new Set(matches.map(({ rule }) => rule.field)).size;

interface Found<F extends string> {
  readonly sheet: ImportSheet;
  readonly row: SheetRow;
  readonly matches: readonly Match<F>[];
}

/** More known columns win; of two rows with as many, the lower half of a head whose cells are merged downwards. */
function isBetter<F extends string>(one: Found<F>, other: Found<F>): boolean {
  const [matched, before] = [distinct(one.matches), distinct(other.matches)];
  if (matched !== before || one.sheet !== other.sheet) return matched > before;
  return one.row.cells.some(({ mergedFrom }) => mergedFrom?.endsWith(String(other.row.number)) === true);
}

function findRow<F extends string>(sheets: readonly ImportSheet[], rules: readonly FieldRule<F>[]): Found<F> | null {
  const heads = headIndex(rules);
  const candidates = sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) =>
      sheet.rows.slice(0, SEARCHED_ROWS).map((row) => ({ sheet, row, matches: matchesIn(row, heads) })),
    );
  const best = candidates.reduce<Found<F> | null>(
    (found, each) => (found === null || isBetter(each, found) ? each : found),
    null,
  );
  return best === null || distinct(best.matches) < LEAST_MATCHES ? null : best;
}

/** The last row of a head whose cells are merged downwards. */
function lastHeaderRow<F extends string>({ sheet, row, matches }: Found<F>): number {
  const repeated = sheet.rows.filter(
    (below) =>
      below.number > row.number &&
      matches.every(({ cell }) => {
        const under = below.cells.find((each) => each.column === cell.column);
        return under?.mergedFrom !== undefined && under.text === cell.text;
      }),
  );
  return repeated.at(-1)?.number ?? row.number;
}

function headFaults<F extends string>(matches: readonly Match<F>[], rules: readonly FieldRule<F>[]): Fault<F>[] {
  const faults: Fault<F>[] = [];
  for (const { field, label, required } of rules) {
    const same = matches.filter(({ rule }) => rule.field === field);
    const [first, second] = same;
    if (first !== undefined && second !== undefined) {
      faults.push({
        column: second.cell.column,
        field,
        written: second.cell.text,
        problem: `${same.map(({ cell }) => `${cell.column}列“${cell.text.trim()}”`).join("和")}都像是“${label}”，分不清用哪一列。`,
        remedy: "请只留一列，或者把另一列的表头改成别的名称。",
      });
    }
    if (required === true && first === undefined) faults.push(missing(field, label));
  }
  const logins = rules.filter(({ required }) => required === "login");
  const [login] = logins;
  if (login !== undefined && !matches.some(({ rule }) => rule.required === "login")) {
    faults.push(missing(login.field, login.label));
  }
  return faults;
}

function missing<F extends string>(field: F, label: string): Fault<F> {
  return {
    column: null,
    field,
    written: "",
    problem: `表里没有“${label}”这一列。`,
    remedy: "请按模板补上这一列，表头写在同一行。",
  };
}

/** Why a row below the head is no data; null for data. */
function reasonToSkip<F extends string>(row: SheetRow, matches: readonly Match<F>[]): string | null {
  const known = matches.flatMap(({ cell }) => row.cells.filter((each) => each.column === cell.column));
  if (known.length === 0) return "要导入的列都是空的";
  const [first] = row.cells;
  if (first !== undefined && SUMS.test(headKey(first.text))) return "合计行";
  if (first !== undefined && REMARK.test(first.text.trim())) return "说明文字";
  const head = new Map(matches.map(({ cell }) => [cell.column, headKey(cell.text)]));
  if (known.every((cell) => headKey(cell.text) === head.get(cell.column))) return "重复的表头";
  const sources = new Set(known.map((cell) => cell.mergedFrom ?? cell.column));
  const across = known.length > 1 && sources.size === 1 && known[0]?.mergedFrom?.endsWith(String(row.number)) === true;
  return across ? "横跨整张表的文字" : null;
}

/**
 * The table to import, or null when no sheet that can be seen names two known columns in one row. Two columns for one
 * field, or a missing column that must be there, are faults of the table.
 */
export function findTable<F extends string>(
  sheets: readonly ImportSheet[],
  rules: readonly FieldRule<F>[],
): ImportTable<F> | null {
  const found = findRow(sheets, rules);
  if (found === null) return null;
  const { sheet, row, matches } = found;
  const last = lastHeaderRow(found);
  const below = sheet.rows.filter(({ number }) => number > last);
  const judged = below.map((each) => ({ row: each, reason: reasonToSkip(each, matches) }));
  const known = new Set(matches.map(({ cell }) => cell.column));
  const byField = <T>(pick: (match: Match<F>) => T) =>
    Object.fromEntries([...matches].reverse().map((match) => [match.rule.field, pick(match)])) as { [f in F]?: T };
  return {
    sheet: sheet.name,
    date1904: sheet.date1904,
    headerRow: row.number,
    columns: byField(({ cell }) => cell.column) as Columns<F>,
    heads: byField(({ cell }) => cell.text),
    unknown: row.cells.filter((cell) => !known.has(cell.column)).map(({ column, text }) => ({ column, head: text })),
    rows: judged.flatMap((each) => (each.reason === null ? [each.row] : [])),
    skipped: judged.flatMap(({ row: { number }, reason }) => (reason === null ? [] : [{ number, reason }])),
    faults: headFaults(matches, rules),
  };
}
