import "server-only";
import { cache } from "react";
import { businessDateOf, monthDayOf } from "@/domain/calendar/shanghai";
import { listErrataOf } from "@/features/errata/queries";
import { correctionLines, type CorrectionLine } from "@/features/errata/view";
import { findLibraryEntry, getLibraryEntries, getLibraryLessons, listRecallVersions } from "@/features/library/queries";
import type { Entry, Lesson } from "@/features/library/types";
import { findTakenDown } from "@/features/takedowns/queries";
import type { TakenDown } from "@/features/takedowns/view";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { atomFeed, dailyCalendar } from "./document";
import {
  entryCard,
  entryView,
  leafFoot,
  leafView,
  monthsOf,
  nearestTo,
  neighboursOf,
  sameDayOf,
  type EntryCard,
  type EntryView,
  type LeafView,
  type MonthView,
  type SameDay,
} from "./view";

/**
 * What the pages of 党史天天谈 show. The files say what there is; what is taken down now is asked of the database each
 * time a page is rendered, so that nothing of it is left in the page.
 */
const shown = <T extends { id: string }>(items: readonly T[], { documents }: TakenDown): T[] =>
  items.filter(({ id }) => !documents.has(id));

const recallOf = (entry: Entry, { questions }: TakenDown) =>
  listRecallVersions(entry).filter(({ questionId }) => !questions.has(questionId));

export type TodayPage = {
  leaf: LeafView;
  /** Null when the day has no entry, or it is taken down. */
  entry: (EntryCard & { id: string; foot: string }) | null;
  isTakenDown: boolean;
  nearest: EntryCard[];
  lesson: { href: string; title: string; meta: string } | null;
};

/** The front page of one date (`YYYY-MM-DD`). */
export const loadToday = cache(async (date: string): Promise<TodayPage> => {
  const takenDown = await findTakenDown();
  const monthDay = monthDayOf(date);
  const found = findLibraryEntry(monthDay);
  const isTakenDown = found !== null && takenDown.documents.has(found.id);
  const entry = isTakenDown ? null : found;
  const lesson = relatedLesson(shown(getLibraryLessons(), takenDown), entry, date);
  return {
    leaf: leafView(date, entry),
    entry: entry && { ...entryCard(entry), id: entry.id, foot: leafFoot(entry, recallOf(entry, takenDown).length) },
    isTakenDown,
    nearest: nearestTo(shown(getLibraryEntries(), takenDown), monthDay).map(entryCard),
    lesson,
  };
});

/** A lesson of the same topic, else of the same period; without an entry one for the day, the same all day long. */
function relatedLesson(lessons: readonly Lesson[], entry: Entry | null, date: string): TodayPage["lesson"] {
  const near = (key: "topic" | "period") =>
    lessons.filter((lesson) => entry !== null && lesson.front[key] === entry.front[key]);
  const choice = [near("topic"), near("period"), lessons].find((list) => list.length > 0) ?? [];
  const lesson = choice[Number(date.slice(8)) % Math.max(1, choice.length)];
  return lesson
    ? { href: `/${lesson.id}`, title: lesson.front.title, meta: lesson.front.subtitle ?? lesson.front.summary }
    : null;
}

export type EntryPage =
  | {
      state: "shown";
      entry: EntryView;
      corrections: CorrectionLine[];
      sameDay: SameDay[];
      previous: EntryCard | null;
      next: EntryCard | null;
    }
  | { state: "taken-down" | "none"; nearest: EntryCard[] };

/** One entry by `MM-DD`; every day of the year has a page. */
export const loadEntry = cache(async (monthDay: string): Promise<EntryPage> => {
  const takenDown = await findTakenDown();
  const entries = shown(getLibraryEntries(), takenDown);
  const entry = findLibraryEntry(monthDay);
  if (entry === null || takenDown.documents.has(entry.id)) {
    return { state: entry === null ? "none" : "taken-down", nearest: nearestTo(entries, monthDay).map(entryCard) };
  }
  const { previous, next } = neighboursOf(entries, monthDay);
  const date = entry.front.kind === "theme" ? null : entry.front.date;
  return {
    state: "shown",
    entry: entryView(entry, recallOf(entry, takenDown)),
    corrections: correctionLines(await listErrataOf(entry.id)),
    sameDay: sameDayOf(shown(getLibraryLessons(), takenDown), monthDay, date),
    previous: previous && entryCard(previous),
    next: next && entryCard(next),
  };
});

/** The archive by month. */
export async function loadArchive(): Promise<MonthView[]> {
  return monthsOf(shown(getLibraryEntries(), await findTakenDown()));
}

/** What may go into feeds and calendars now. */
const listReleased = async (): Promise<Entry[]> => shown(getLibraryEntries(), await findTakenDown());

/** The Atom feed as it is now. */
export async function loadFeed(): Promise<string> {
  return atomFeed({ entries: await listReleased(), today: businessDateOf(now()), publicUrl: env().PUBLIC_URL });
}

/** The calendar of all days as it is now. */
export async function loadCalendar(): Promise<string> {
  return dailyCalendar({ entries: await listReleased(), today: businessDateOf(now()), publicUrl: env().PUBLIC_URL });
}
