import { formatFull } from "@/domain/calendar/labels";
import { percentOf, type Share } from "@/domain/figures/share";
import { STANDING_GROUP_LABELS, type StandingGroup } from "@/domain/figures/standing-group";
import { organisationKindLabel } from "@/features/organisations/view";
import { writeWorkbook, type SheetColumn, type SheetValue } from "@/lib/sheets/write";
import type { OrganisationLine, StationLine } from "./view/desk";
import { FIGURE_LABELS, FIGURE_NOTES, TOO_FEW } from "./view/words";

const COUNTS: readonly SheetColumn[] = [
  { header: "派发的学习（次）", kind: "number" },
  { header: "已答（人次）", kind: "number" },
  { header: "应答（人次）", kind: "number" },
  { header: "已答（%）", kind: "number" },
  { header: "说明原因（人次）", kind: "number" },
  { header: "首次答对（题次）", kind: "number" },
  { header: "首次作答（题次）", kind: "number" },
  { header: "首次答对（%）", kind: "number" },
  { header: "说明", kind: "text", width: 36 },
  { header: "未答复的异议", kind: "number" },
];

type Line = Pick<OrganisationLine, "people" | "figures" | "objections">;

const cells = (share: Share): SheetValue[] =>
  share.kind === "shown" ? [share.part, share.whole, percentOf(share)] : [null, null, null];

function counts({ figures, objections }: Line): SheetValue[] {
  const few = [
    ...(figures.answered.kind === "few" ? [`${FIGURE_LABELS.answered}、${FIGURE_LABELS.excused}：${TOO_FEW}`] : []),
    ...(figures.recall.kind === "few" ? [`${FIGURE_LABELS.recall}：${TOO_FEW}`] : []),
  ];
  const study = [figures.assigned, ...cells(figures.answered), figures.excused];
  return [...study, ...cells(figures.recall), few.join("；"), objections];
}

type Desk = {
  words: string;
  standing: StandingGroup;
  today: string;
  stations: readonly StationLine[];
  lines: readonly OrganisationLine[];
};

/** The desk as a workbook: the organisations that the filters leave, the stations, and what the columns mean. */
export function figuresSheet({ words, standing, today, stations, lines }: Desk): Promise<Buffer> {
  const people: SheetColumn = { header: `${STANDING_GROUP_LABELS[standing]}人数`, kind: "number" };
  const nameOf = new Map(stations.map(({ id, name }) => [id, name]));
  return writeWorkbook({
    sheets: [
      {
        name: "组织",
        columns: [
          { header: "工作站", kind: "text", width: 18 },
          { header: "组织", kind: "text", width: 32 },
          { header: "类型", kind: "text" },
          ...[people, ...COUNTS],
        ],
        rows: lines.map((line) => [
          ...[nameOf.get(line.stationId) ?? "", line.name, organisationKindLabel(line.kind), line.people],
          ...counts(line),
        ]),
      },
      {
        name: "工作站",
        columns: [
          { header: "工作站", kind: "text", width: 18 },
          { header: "组织（家）", kind: "number" },
          ...[people, ...COUNTS],
        ],
        rows: stations.map((line) => [line.name, line.organisations, line.people, ...counts(line)]),
      },
    ],
    notes: {
      name: "说明",
      lines: [
        `${words}。数据到${formatFull(today)}。`,
        `${FIGURE_LABELS.assigned}：${FIGURE_NOTES.assigned}。`,
        `${FIGURE_LABELS.answered}：${FIGURE_NOTES.answered}。`,
        `${FIGURE_LABELS.excused}：${FIGURE_NOTES.excused}。`,
        `${FIGURE_LABELS.recall}：${FIGURE_NOTES.recall}。`,
        "组织的数据跟着工作关系走。不足5人的组织不列；它们合起来够5人的，计入站的合计，不够的不计。站的合计是全站的，不随筛选变化。",
      ],
    },
  });
}
