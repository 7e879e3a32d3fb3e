import { formatFull } from "@/domain/calendar/labels";
import { missingFigures } from "@/domain/writing/figures";
import type { Fault, LibraryDocument } from "../types";
import { headText, visibleText } from "./outlines";

/** Whether everything that a reader is taught stands in a claim: every figure, and every date of a timeline or a day whole in one. */
export function checkTaught(document: LibraryDocument): Fault[] {
  return [...checkFigures(document), ...checkDates(document)];
}

const claimsOf = ({ front }: LibraryDocument): readonly string[] => front.facts.map(({ claim }) => claim);

function checkFigures(document: LibraryDocument): Fault[] {
  const said = claimsOf(document).join("\n");
  const fix = "在facts里写上含有它的一句话和出处，或不写这个数";
  const places: [string, string][] = [
    [BELOW[document.kind], visibleText(document)],
    ["标题、提要和问题", headText(document)],
  ];
  return places.flatMap(([place, text]) =>
    [...new Set(missingFigures(text, said))].map((figure) => ({
      ...{ file: document.file, place: `${place}里的${figure}`, what: "没有哪一条事实讲到它", fix },
    })),
  );
}

/** What `visibleText` takes together, in the words of an author. */
export const BELOW = {
  entry: "正文",
  lesson: "正文、时间线和词语",
  leaflet: "正文",
  film: "正文和字幕",
} as const satisfies Record<LibraryDocument["kind"], string>;

/**
 * The dates that stand in the front matter: a day of a month that one claim names and a year that another names do not make
 * a date, so that each is looked for whole.
 */
function checkDates(document: LibraryDocument): Fault[] {
  return datesOf(document)
    .filter(({ date }) => !isDateTold(document, date))
    .map(({ place, date }) => ({
      ...{ file: document.file, place, what: `没有哪一条事实完整地讲到${formatFull(date)}` },
      fix: "在facts里写上含有整个日期的一句话和出处，或改日期",
    }));
}

function datesOf({ kind, front }: LibraryDocument): { place: string; date: string }[] {
  if (kind === "entry") return front.kind === "theme" ? [] : [{ place: "date", date: front.date }];
  if (kind !== "lesson") return [];
  return front.timeline.map(({ date }, index) => ({ place: `timeline第${index + 1}条`, date }));
}

/** True when one claim of the document says all of a date: its year, and its month and day when it has them. */
export function isDateTold(document: LibraryDocument, date: string): boolean {
  return claimsOf(document).some((claim) => missingFigures(formatFull(date), claim).length === 0);
}
