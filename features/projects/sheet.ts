import { STANDING_WORDS, STANDINGS, donePercent, publishedOf, type Tally } from "@/domain/projects/tallies";
import { writeWorkbook, type SheetColumn, type SheetTable } from "@/lib/sheets/write";

const COUNTS: readonly SheetColumn[] = [
  ...STANDINGS.map((standing): SheetColumn => ({ header: `${STANDING_WORDS[standing]}（个）`, kind: "number" })),
  { header: "发布过（个）", kind: "number" },
  { header: "办成（%）", kind: "number" },
];

function table(name: string, head: string, lines: readonly Tally[]): SheetTable {
  return {
    name,
    columns: [{ header: head, kind: "text", width: 24 }, ...COUNTS],
    rows: lines.map((line) => [
      ...[line.key, ...STANDINGS.map((standing) => line.counts[standing]), publishedOf(line), donePercent(line)],
    ]),
  };
}

/** The figures as a workbook: by kind, by village, and what the columns mean. Nobody is named. */
export function figuresSheet(parts: {
  byKind: readonly Tally[];
  byArea: readonly Tally[];
  words: string;
}): Promise<Buffer> {
  return writeWorkbook({
    sheets: [table("按类型", "类型", parts.byKind), table("按村社", "村社", parts.byArea)],
    notes: {
      name: "说明",
      lines: [
        parts.words,
        "每个项目只算一次，按今天的进展。发布过的是待认领、有人在办、已办成的合计；办成的占发布过的，去掉小数。",
      ],
    },
  });
}
