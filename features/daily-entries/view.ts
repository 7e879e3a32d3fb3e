import type { DrawingName } from "@/components/ui/drawing";
import { formatDay, formatLeaf } from "@/domain/calendar/labels";
import type { QuestionVersionData } from "@/domain/quizzes/types";
import type { Entry, Lesson } from "@/features/library/types";
import { drawingOf, readingView, type ReadingView } from "@/features/library/view";

/** One line of a list of entries. */
export type EntryCard = {
  href: string;
  /** 11月21日 */
  day: string;
  title: string;
  summary: string;
  /** 1935年的今天, 1935年1月15日 … the year alone, or null for a theme. */
  year: string | null;
};

const yearOf = (entry: Entry): string | null =>
  entry.front.kind === "theme" ? null : `${Number(entry.front.date.slice(0, 4))}年`;

export function entryCard(entry: Entry): EntryCard {
  const { monthDay, front } = entry;
  return {
    href: `/${entry.id}`,
    day: formatDay(monthDay),
    title: front.title,
    summary: front.summary,
    year: yearOf(entry),
  };
}

/** The entries before and after a day, round the turn of the year; the day itself does not count. Null when there is no other. */
export function neighboursOf(
  entries: readonly Entry[],
  monthDay: string,
): { previous: Entry | null; next: Entry | null } {
  const others = entries.filter((entry) => entry.monthDay !== monthDay);
  return {
    previous: others.findLast((entry) => entry.monthDay < monthDay) ?? others.at(-1) ?? null,
    next: others.find((entry) => entry.monthDay > monthDay) ?? others[0] ?? null,
  };
}

/** The days nearest to one without an entry: the one before, the one after, once when they are the same. */
export function nearestTo(entries: readonly Entry[], monthDay: string): Entry[] {
  const { previous, next } = neighboursOf(entries, monthDay);
  return [...new Set([previous, next])].filter((entry) => entry !== null);
}

export type MonthView = { month: string; title: string; entries: EntryCard[] };

/** The archive: the months that have entries, from January on. */
export function monthsOf(entries: readonly Entry[]): MonthView[] {
  const months = [...new Set(entries.map((entry) => entry.monthDay.slice(0, 2)))].sort();
  return months.map((month) => ({
    month,
    title: `${Number(month)}月`,
    entries: entries.filter((entry) => entry.monthDay.startsWith(`${month}-`)).map(entryCard),
  }));
}

export type SameDay = { year: string; text: string; href: string; lesson: string };

/** What else happened on this day: lines of lessons' timelines, without the event the entry itself tells. */
export function sameDayOf(lessons: readonly Lesson[], monthDay: string, entryDate: string | null): SameDay[] {
  const found = lessons.flatMap((lesson) =>
    lesson.front.timeline
      .filter(({ date }) => date.length === 10 && date.slice(5) === monthDay && date !== entryDate)
      .map(({ date, text }) => ({ date, text, href: `/${lesson.id}`, lesson: lesson.front.title })),
  );
  const once = found.filter(
    (item, index) => found.findIndex((other) => other.date === item.date && other.text === item.text) === index,
  );
  return once
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, ...item }) => ({ ...item, year: `${Number(date.slice(0, 4))}年` }));
}

/** The calendar leaf: the three lines of a date, and the entry's face when there is one. */
export type LeafView = {
  date: string;
  day: string;
  yearMonth: string;
  weekday: string;
  drawing: DrawingName;
  isMourning: boolean;
};

export function leafView(date: string, entry: Entry | null): LeafView {
  const isMourning = entry?.front.mourning === true;
  return { date, ...formatLeaf(date), isMourning, drawing: isMourning ? "candle" : drawingOf(entry?.front.topic) };
}

const COUNTS = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
export const inWords = (count: number): string => COUNTS[count] ?? String(count);

/** 三分钟以内，附两道回想题和两处出处 */
export function leafFoot(entry: Entry, questions: number): string {
  const sources = `${inWords(entry.front.sources.length)}处出处`;
  return questions === 0 ? `三分钟以内，附${sources}` : `三分钟以内，附${inWords(questions)}道回想题和${sources}`;
}

export type EntryView = ReadingView & {
  monthDay: string;
  day: string;
  year: string | null;
  kind: string;
  isMourning: boolean;
};

const KINDS = { event: "这一天的事", person: "这一天的人", theme: "专题" } as const;

export function entryView(entry: Entry, recall: readonly QuestionVersionData[]): EntryView {
  const { monthDay, front } = entry;
  const isMourning = front.mourning === true;
  const view = readingView(entry, recall);
  return {
    ...view,
    monthDay,
    day: formatDay(monthDay),
    year: yearOf(entry),
    kind: KINDS[front.kind],
    isMourning,
    drawing: isMourning ? "candle" : view.drawing,
  };
}
