import { LINE_COLUMNS, SOURCE_WORDS } from "@/domain/duties/lines-sheet";
import { periodLabel, RHYTHM_LABELS } from "@/domain/duties/rhythm";
import { DECISION_WORDS, DUTY_RULES, type DutyField } from "@/domain/imports/duties";
import { downloadHeaders } from "@/lib/sheets/download";
import { writeWorkbook, type SheetColumn, type SheetTable, type WorkbookSpec } from "@/lib/sheets/write";
import type { NamedDuty } from "./queries/duties";
import type { ProgressRow } from "./queries/progress";
import type { LineRow } from "./queries/templates";
import { dutyCard } from "./view/duty";
import { percentDone, type StationProgress, type Sums } from "./view/progress";
import { adaptationWords, rhythmWords } from "./view/words";

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  rhythm: Object.values(RHYTHM_LABELS),
  source: Object.values(SOURCE_WORDS),
};
const WIDTHS: Readonly<Record<string, number>> = { title: 20, ask: 50, onDate: 16 };

const NOTES = [
  "一项一行。名称认得出的，只改不一样的地方；认不出的，加在最后；表里没有写到的不动。",
  "哪一天以前只在“一次”时填，写成2026-06-30这样。提前几个工作日，0是这一期的最后一个工作日。",
];

/** The lines of a year with the columns that are read when the sheet comes back. */
export async function linesSheet(year: string, lines: readonly LineRow[]): Promise<Response> {
  const columns = LINE_COLUMNS.map(({ field, label }): SheetColumn => {
    const choices = CHOICES[field];
    const kind = field === "onDate" ? "code" : field === "daysBefore" || field === "effort" ? "number" : "text";
    return { header: label, kind, width: WIDTHS[field] ?? 16, ...(choices ? { choices } : {}) };
  });
  const rows = lines.map(({ title, ask, rhythm, onDate, daysBefore, effort, source }) => [
    ...[title, ask, RHYTHM_LABELS[rhythm], onDate ?? "", daysBefore, effort, SOURCE_WORDS[source]],
  ]);
  const notes = { name: "填写说明", lines: NOTES };
  const bytes = await writeWorkbook({ sheets: [{ name: "责任清单", columns, rows }], notes });
  return new Response(new Uint8Array(bytes), { headers: downloadHeaders(`${year}年责任清单`, "xlsx") });
}

const head = (field: DutyField): string => DUTY_RULES.find((rule) => rule.field === field)?.label ?? "";

const DUTY_COLUMNS: readonly SheetColumn[] = [
  { header: head("name"), kind: "text", width: 36 },
  { header: head("year"), kind: "code", width: 8 },
  { header: head("dutyTitle"), kind: "text", width: 20 },
  { header: head("dutyPeriod"), kind: "code", width: 12 },
  { header: "哪天以前", kind: "code", width: 14 },
  { header: "状态", kind: "text", width: 24 },
  { header: "写的情况", kind: "text", width: 40 },
  { header: "链接", kind: "text", width: 30 },
  { header: "推迟或退回的原因", kind: "text", width: 30 },
  { header: head("decision"), kind: "text", width: 10, choices: Object.values(DECISION_WORDS) },
  { header: head("missing"), kind: "text", width: 30 },
];

const DUTY_NOTES = [
  "一件责任一行。等确认的，在“处理”写确认或退回；退回的写还差什么，报的人会看到；还不定的留空。",
  "改好的表在“责任与提醒”带回来：先试导入，错的格子会标出来，看过再写入。别的列改了也不写入，组织、年份、责任、哪一期不要改。",
];

const dutyTable = (rows: readonly NamedDuty[], today: string): SheetTable => ({
  ...{ name: "责任", columns: DUTY_COLUMNS },
  rows: rows.map((row) => {
    const { state, why } = dutyCard(row, today);
    return [
      ...[row.organisation.name, row.year, row.title, periodLabel(row.period), row.dueOn, state.words],
      ...[row.evidence, row.evidenceLink, why, "", ""],
    ];
  }),
});

const SUM_COLUMNS: readonly SheetColumn[] = [
  ...["全年（件）", "到期（件）", "到期办了（件）", "办了（%）", "过了日子（件）", "说了原因推迟（件）"].map(
    (header): SheetColumn => ({ header, kind: "number", width: 16 }),
  ),
];

const sumCells = (sums: Sums) => [...[sums.total, sums.due, sums.done, percentDone(sums), sums.overdue, sums.deferred]];

async function asDownload(name: string, book: WorkbookSpec): Promise<Response> {
  return new Response(new Uint8Array(await writeWorkbook(book)), { headers: downloadHeaders(name, "xlsx") });
}

type Week = {
  year: string;
  today: string;
  stations: readonly StationProgress[];
  organisations: readonly ProgressRow[];
  duties: readonly NamedDuty[];
};

/** How far stations and organisations are, and every duty with a column to decide in. */
export function weekSheet({ year, today, stations, organisations, duties }: Week): Promise<Response> {
  const names = new Map(stations.map(({ id, name }) => [id, name]));
  const byStation: SheetTable = {
    ...{ name: "按站", columns: [{ header: "工作站", kind: "text", width: 24 }, ...SUM_COLUMNS] },
    rows: stations.map(({ name, sums }) => [name, ...sumCells(sums)]),
  };
  const byOrganisation: SheetTable = {
    name: "按组织",
    columns: [
      { header: "哪家组织", kind: "text", width: 36 },
      { header: "工作站", kind: "text", width: 24 },
      ...SUM_COLUMNS,
    ],
    rows: organisations.map((row) => [row.name, names.get(row.stationId) ?? "", ...sumCells(row)]),
  };
  return asDownload(`${year}年责任进展${today}`, {
    sheets: [dutyTable(duties, today), byStation, byOrganisation],
    notes: { name: "说明", lines: DUTY_NOTES },
  });
}

type Year = {
  name: string;
  year: string;
  today: string;
  duties: readonly NamedDuty[];
  own: readonly {
    line: LineRow;
    isLeftOut: boolean;
    daysBefore: number | null;
    effort: number | null;
    reason: string;
  }[];
};

/** One organisation's year, and what is different for it. */
export function organisationSheet({ name, year, today, duties, own }: Year): Promise<Response> {
  const adapted: SheetTable = {
    name: "和清单不一样的",
    columns: ["清单里的一项", "清单怎么要求", "这家怎么要求", "为什么"].map((header) => ({
      header,
      kind: "text",
      width: 30,
    })),
    rows: own.map(({ line, reason, ...row }) => [line.title, rhythmWords(line), adaptationWords(row), reason]),
  };
  return asDownload(`${name}${year}年责任`, {
    sheets: [dutyTable(duties, today), adapted],
    notes: { name: "说明", lines: DUTY_NOTES },
  });
}
