import { comparePlainDates } from "@/domain/calendar/plain-date";
import { formatFull } from "@/domain/calendar/labels";
import { stemKey } from "@/domain/quizzes/fold";
import type { FileQuestion } from "../schema";
import type { Fault, Library, LibraryDocument } from "../types";
import { allDocuments } from "./all-documents";
import { isDateTold } from "./check-taught";

type Ordering = Extract<FileQuestion, { type: "ordering" }>;
type At = (what: string, fix: string) => Fault;
type Dated = { key: string; date: string };

/**
 * The order of the items is proved: by their dates, each told whole in a claim of the document, or, where dates do not set
 * neighbours apart, by a word on what the order rests on. The dates stay in the files: no question that is stored or sent
 * has them. Beside that, an order contradicts no timeline of any lesson that names its items.
 */
export function checkOrders(library: Library): Fault[] {
  const timeline = library.lessons.flatMap(({ front }) =>
    front.timeline.map(({ text, date }) => ({ key: stemKey(text), date })),
  );
  const documents = allDocuments(library);
  return library.questions.flatMap(({ file, data }) => {
    if (data.type !== "ordering") return [];
    const at: At = (what, fix) => ({ file, place: data.id, what, fix });
    return [...checkDates(data, documents, at), ...checkTimeline(data, timeline, at)];
  });
}

function checkDates(
  { items, dates, because, anchor }: Ordering,
  documents: readonly LibraryDocument[],
  at: At,
): Fault[] {
  if (dates && dates.length !== items.length)
    return [at(`有${items.length}项，dates有${dates.length}个`, "一项一个日期，没有日子的写null")];
  const [own = ""] = anchor.split("#");
  const told = items.map((_item, index) => {
    const date = dates?.[index] ?? null;
    return typeof date === "string" ? { date, in: own } : date;
  });
  const faults = told.flatMap((each) => (each === null ? [] : untold(each, documents, at)));
  const known = told.map((each) => each?.date ?? null);
  const neighbours = known.slice(1).map((date, index) => ({ before: known[index] ?? null, after: date }));
  const isProved = neighbours.every(
    ({ before, after }) => before !== null && after !== null && isBefore(before, after),
  );
  if (!isProved && because === undefined)
    faults.push(at("没有日期能证明这个先后", "写上每一项的dates；不是按日子排的，在because里写明先后凭什么"));
  if (isProved && because !== undefined) faults.push(at("日期已经证明了先后，不用because", "去掉because"));
  const dated = known.flatMap((date, index) => (date === null ? [] : [{ item: items[index] ?? "", date }]));
  return [...faults, ...contradictions(dated, at, "dates")];
}

function untold(
  { date, in: id }: { date: string; in: string },
  documents: readonly LibraryDocument[],
  at: At,
): Fault[] {
  const document = documents.find((each) => each.id === id);
  if (document && isDateTold(document, date)) return [];
  const what = document ? `${id}里没有哪一条事实完整地讲到${formatFull(date)}` : `没有${id}这一篇`;
  return [at(what, "改dates，或在facts里写上这个日期；别的文章讲到的，写成{ date: …, in: 那一篇 }")];
}

/** Neighbours in the wrong order, among those that have a date. */
function contradictions(dated: readonly { item: string; date: string }[], at: At, by: string): Fault[] {
  return dated.slice(1).flatMap((after, index) => {
    const before = dated[index];
    if (before === undefined || isWithin(before.date, after.date) || isBefore(before.date, after.date)) return [];
    const what = `“${before.item}”（${before.date}）排在“${after.item}”（${after.date}）前面，和${by}不合`;
    return [at(what, `按${by}改排序，或改${by}`)];
  });
}

function checkTimeline({ items }: Ordering, timeline: readonly Dated[], at: At): Fault[] {
  const dated = items.flatMap((item) => {
    const date = dateOf(item, timeline);
    return date === null ? [] : [{ item, date }];
  });
  return contradictions(dated, at, "时间线");
}

/** The date of an item where a timeline names it and only it; an item that fits two lines of different dates says nothing. */
function dateOf(item: string, timeline: readonly Dated[]): string | null {
  const key = stemKey(item);
  const exact = timeline.filter((line) => line.key === key);
  const near = timeline.filter(
    (line) => key.length >= 4 && (line.key.includes(key) || (line.key.length >= 4 && key.includes(line.key))),
  );
  const dates = new Set((exact.length > 0 ? exact : near).map(({ date }) => date));
  return dates.size === 1 ? ([...dates][0] ?? null) : null;
}

/** 1935 and 1935-01 do not contradict each other in either order, and do not prove one. */
const isWithin = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

const isBefore = (a: string, b: string): boolean => !isWithin(a, b) && comparePlainDates(a, b) < 0;
