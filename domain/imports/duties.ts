import { periodLabel } from "@/domain/duties/rhythm";
import { RowReader } from "./cells";
import { Doubles } from "./duplicates";
import type { FieldRule } from "./fields";
import type { ImportTable } from "./header";
import { rowResult } from "./result";
import type { RowResult, SheetRow } from "./types";

/**
 * Rows about duties, as they are taken away: whoever confirms writes 确认 or 退回 beside what was reported. A row without a
 * word changes nothing, and one that says what is so already changes nothing either, so that a sheet can be brought in
 * again. Nobody decides what they reported themselves.
 *
 * Example: 退回 without 还差什么 is a fault in the column of 还差什么.
 */
export type DutyField = "name" | "year" | "dutyTitle" | "dutyPeriod" | "decision" | "missing";

const rule = (field: DutyField, label: string, aliases: string[], required = false): FieldRule<DutyField> => ({
  ...{ field, label, aliases, required },
});

export const DUTY_RULES: readonly FieldRule<DutyField>[] = [
  rule("name", "组织", ["组织名称", "单位", "单位名称", "企业名称"], true),
  rule("year", "年份", ["年", "年度"], true),
  rule("dutyTitle", "责任", ["责任名称", "名称"], true),
  rule("dutyPeriod", "哪一期", ["期", "期次"], true),
  rule("decision", "处理", ["工委处理", "意见"], true),
  rule("missing", "还差什么", ["退回原因", "原因"]),
];

export const DECISION_WORDS = { confirm: "确认", return: "退回" } as const;
type Decision = keyof typeof DECISION_WORDS;
const DECISIONS: readonly Decision[] = ["confirm", "return"];
const LONGEST = 200;

export interface KnownDuty {
  readonly id: string;
  readonly organisation: string;
  readonly year: string;
  readonly title: string;
  /** 2026-03, 2026Q1 or 2026. */
  readonly period: string;
  readonly state: string;
  readonly version: number;
  readonly doneById: string | null;
  /** Whoever reported it is a party worker of the organisation, whose console is another than the branch's. */
  readonly isByWorker: boolean;
  /** Why it was given back the last time. */
  readonly returned: string;
}

export interface DutyLookups {
  readonly duties: readonly KnownDuty[];
  /** Whoever brought the sheet in. */
  readonly actorId: string;
}

export interface DutyValues {
  readonly dutyId: string;
  readonly version: number;
  readonly title: string;
  readonly reporterId: string | null;
  readonly isByWorker: boolean;
  /** Null: nothing is said. */
  readonly decision: Decision | null;
  readonly reason: string;
}

export type DutyRow = RowResult<DutyField, DutyValues>;
type Reader = RowReader<DutyField>;

const keyOf = (organisation: string, year: string, title: string, period: string): string =>
  JSON.stringify([organisation, year, title, period].map((part) => part.normalize("NFKC").replace(/\s/gu, "")));

const keyOfRow = (reader: Reader): string =>
  keyOf(...([reader.read("name"), yearIn(reader), reader.read("dutyTitle"), reader.read("dutyPeriod")] as const));

const yearIn = (reader: Reader): string => reader.read("year").normalize("NFKC").replace(/年$/u, "");

type Index = { byKey: ReadonlyMap<string, readonly KnownDuty[]>; organisations: ReadonlySet<string> };

function indexOf({ duties }: DutyLookups): Index {
  const byKey = new Map<string, KnownDuty[]>();
  for (const duty of duties) {
    const key = keyOf(duty.organisation, duty.year, duty.title, periodLabel(duty.period));
    byKey.set(key, [...(byKey.get(key) ?? []), duty]);
  }
  return { byKey, organisations: new Set(duties.map(({ organisation }) => organisation)) };
}

/** The one duty a row speaks of. */
function dutyOf(reader: Reader, { byKey, organisations }: Index): KnownDuty | null {
  for (const field of ["name", "year", "dutyTitle", "dutyPeriod"] as const) {
    if (reader.read(field) === "") reader.missing(field);
  }
  if (reader.faults.length > 0) return null;
  const [duty, other] = byKey.get(keyOfRow(reader)) ?? [];
  if (duty !== undefined && other === undefined) return duty;
  if (other !== undefined) {
    reader.fault("dutyTitle", "这家有两件同名同期的责任，分不清是哪一件。", "请到这件责任的页面办。");
  } else if (!organisations.has(reader.read("name"))) {
    reader.fault("name", "没有这家组织的责任，或者不归你管。", "请写系统里的组织全称，不要改导出的这一列。");
  } else {
    reader.fault("dutyTitle", "这家没有这一年、这一期的这件责任。", "责任、年份和哪一期请照导出的写，不要改。");
  }
  return null;
}

function decisionOf(reader: Reader): { decision: Decision | null; reason: string } {
  const [text, reason] = [reader.read("decision"), reader.read("missing")];
  const decision = DECISIONS.find((each) => DECISION_WORDS[each] === text) ?? null;
  if (text !== "" && decision === null) {
    reader.fault("decision", `没有“${text}”。`, "请写确认或退回；还不定的留空。");
  }
  if (decision === "return" && reason.length < 2) {
    reader.fault("missing", "退回没有写还差什么。", "请至少写两个字，报的人会看到。");
  }
  if (reason.length > LONGEST) reader.fault("missing", `超过${LONGEST}个字。`, `请写在${LONGEST}个字以内。`);
  if (text === "" && reason !== "")
    reader.fault("decision", "写了还差什么，没有写处理。", "请写退回，或者删掉那一格。");
  return { decision, reason };
}

/** Whether the decision changes anything; a fault when the duty does not allow it. */
function isNew(reader: Reader, duty: KnownDuty, decision: Decision, reason: string, actorId: string): boolean {
  if (decision === "confirm" && duty.state === "confirmed") return false;
  if (decision === "return" && duty.state === "open" && duty.returned === reason) return false;
  if (duty.state === "done" && duty.doneById !== actorId) return true;
  if (duty.state === "done") {
    reader.fault("decision", "这一件是你自己报的。", "请由别的同志确认或退回。");
  } else if (duty.state === "confirmed") {
    reader.fault("decision", "这一件已经确认办结，不能退回。", "请把这一格留空。");
  } else {
    reader.fault("decision", "这一件还没有报办结，不能确认或退回。", "请把这一格留空，等报了再定。");
  }
  return false;
}

function judge(reader: Reader, index: Index, actorId: string) {
  const duty = dutyOf(reader, index);
  const { decision, reason } = decisionOf(reader);
  if (duty === null) return { duty, values: null, after: null };
  const isWritten = decision !== null && reader.faults.length === 0 && isNew(reader, duty, decision, reason, actorId);
  const { id: dutyId, version, title, doneById: reporterId, isByWorker } = duty;
  const values = { dutyId, version, title, reporterId, isByWorker, decision, reason };
  const after = isWritten ? (decision === "confirm" ? "确认办结" : `退回：${reason}`) : null;
  return { duty, values, after };
}

/** Gives a check for the rows of this table; making it looks at all rows once for doubles. */
export function dutyChecker(table: ImportTable<DutyField>, lookups: DutyLookups): (row: SheetRow) => DutyRow {
  const index = indexOf(lookups);
  const doubles = new Doubles();
  const readerOf = (row: SheetRow): Reader => new RowReader(row, table.columns, DUTY_RULES);
  for (const row of table.rows) doubles.add(keyOfRow(readerOf(row)), row.number);
  return (row) => {
    const reader = readerOf(row);
    const { duty, values, after } = judge(reader, index, lookups.actorId);
    const key = keyOfRow(readerOf(row));
    const others = duty === null ? null : doubles.others(key, row.number);
    if (others !== null) reader.fault("dutyTitle", `和${others}说的是同一件责任。`, "请只留一行。");
    const changes = after === null ? [] : [{ field: "decision" as const, before: "等确认", after }];
    return rowResult(reader, { key, existingId: duty?.id ?? null, values, changes });
  };
}

/** The years the rows speak of: what has to be looked up. */
export function yearsNamed(table: ImportTable<DutyField>): string[] {
  const years = table.rows.map((row) => yearIn(new RowReader(row, table.columns, DUTY_RULES)));
  return [...new Set(years)].filter((year) => /^\d{4}$/u.test(year));
}
