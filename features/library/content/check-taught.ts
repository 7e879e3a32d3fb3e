import { formatFull } from "@/domain/calendar/labels";
import { missingFigures } from "@/domain/writing/figures";
import { missingTitles } from "@/domain/writing/titles";
import { allDocuments } from "./all-documents";
import type { Fault, Library, LibraryDocument } from "../types";
import { headText, visibleText } from "./outlines";

/**
 * Whether everything that a reader is taught stands in a claim: every figure and every title in 《》, every date of a timeline
 * or of a day whole in one, and of an entry about a person the name. Other names in a text are for the writer and the second
 * look to prove; no list of them exists that a program could go through.
 */
export function checkTaught(document: LibraryDocument, library: Library): Fault[] {
  return [
    ...checkFigures(document),
    ...checkTitles(document, library),
    ...checkDates(document),
    ...checkPeople(document),
  ];
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

/** Titles of this library's own texts lead to them and need no source. */
function checkTitles(document: LibraryDocument, library: Library): Fault[] {
  const own = allDocuments(library).map(({ front }) => `《${front.title}》`);
  const said = [...claimsOf(document), ...own].join("\n");
  return missingTitles(`${headText(document)}\n${visibleText(document)}`, said).map((title) => ({
    ...{ file: document.file, place: title, what: "没有哪一条事实讲到它" },
    fix: "在facts里写上含有它的一句话和出处，或换一句不用题目的话",
  }));
}

/** The name of a person that a day is about is a fact of its own: whoever looks a second time finds out who it was. */
function checkPeople({ file, kind, front, ...rest }: LibraryDocument): Fault[] {
  if (kind !== "entry" || front.kind !== "person") return [];
  return front.people.flatMap((name) => {
    const faults: Fault[] = [];
    if (!`${front.title}\n${rest.markdown}`.includes(name))
      faults.push({ file, place: "people", what: `题目和正文里没有“${name}”`, fix: "照正文里的写法写姓名" });
    if (!front.facts.some(({ value }) => value === name))
      faults.push({ file, place: "people", what: `没有哪一条事实以“${name}”为value`, fix: "写一条事实，挖掉的是姓名" });
    return faults;
  });
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
