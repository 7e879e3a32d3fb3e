import { LINE_COLUMNS, SOURCE_WORDS } from "@/domain/duties/lines-sheet";
import { RHYTHM_LABELS } from "@/domain/duties/rhythm";
import { downloadHeaders } from "@/lib/sheets/download";
import { writeWorkbook, type SheetColumn } from "@/lib/sheets/write";
import type { LineRow } from "./queries/templates";

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
