import path from "node:path";
import type { QuestionSource, QuestionVersionData } from "@/domain/quizzes/types";
import { transcriptOf } from "@/domain/films/webvtt";
import { initialsOf } from "@/domain/people/initials";
import type { Searchable } from "@/domain/search/terms";
import { outlineOf } from "@/lib/markdown/outline";
import { allDocuments, recallOf } from "./content/all-documents";
import { findPassage } from "./content/check-questions";
import { findDocument, findEntry, findFilm, findLeaflet, findLesson, getLibrary } from "./content/get-library";
import { contentFolder } from "./content/read-files";
import { getOwnFilms, ownFilmFolder, type OwnFilms } from "./content/own-films";
import { outline, visibleText } from "./content/outlines";
import type { Course, Entry, Film, Leaflet, Lesson, Library, LibraryDocument, OwnFilm } from "./types";
import { versionOf } from "./view";

/** As many letters of a passage as tell it apart in a list. */
const PASSAGE_WORDS = 24;

/** What other features read of content/. The library is a value of this process; nothing here asks the database. */

export function getLibraryEntries(): readonly Entry[] {
  return getLibrary().entries;
}

export function getLibraryCourses(): readonly Course[] {
  return getLibrary().courses;
}

export function getLibraryLessons(): readonly Lesson[] {
  return getLibrary().lessons;
}

export function getLibraryLeaflets(): readonly Leaflet[] {
  return getLibrary().leaflets;
}

/** The films of the library in their order, then those of this unit. */
export function listFilms(): readonly (Film | OwnFilm)[] {
  return [...getLibrary().films, ...getOwnFilms().films];
}

/** Films of the library that tell what a lesson tells. Lessons are built ahead and know no others. */
export function listFilmsOfLesson(lesson: string): readonly Film[] {
  return getLibrary().films.filter(({ front }) => front.lesson === lesson);
}

/** The films of this unit, and what keeps others from being shown, for who put them there. */
export function listOwnFilms(): OwnFilms {
  return getOwnFilms();
}

export function findFilmOf(slug: string): Film | OwnFilm | null {
  return findFilm(slug) ?? getOwnFilms().films.find((film) => film.slug === slug) ?? null;
}

/** Where a file of a film lies. The name comes from the catalogue, never from an address. */
export function filmPath(film: Film | OwnFilm, file: string): string {
  return path.join(film.kind === "film" ? contentFolder() : ownFilmFolder(), file);
}

/** The Chinese name of a topic; the key itself for a topic that is not listed. */
export function topicLabel(topic: string): string {
  return getLibrary().topics[topic] ?? topic;
}

/** What a question may be about, and which sites may be cited. */
export function getBankRules(): Pick<Library, "topics" | "sites"> {
  const { topics, sites } = getLibrary();
  return { topics, sites };
}

/** The passage of an anchor with the sources of its document; null when there is none. */
export function findLibraryPassage(anchor: string): { passage: string; sources: QuestionSource[] } | null {
  const found = findPassage(getLibrary(), anchor);
  if (found === null) return null;
  const sources = found.document.front.sources.map(({ title, publisher, url }) => ({ title, publisher, url }));
  return { passage: found.passage, sources };
}

/** Every passage a question can rest on, with its document and its first words, in the order of the library. */
export function listLibraryPassages(): { value: string; label: string }[] {
  const { entries, lessons } = getLibrary();
  return [...lessons, ...entries].flatMap((document) =>
    [...outline(document).passages].map(([name, passage]) => ({
      value: `${document.id}#${name}`,
      label: `《${document.front.title}》${passage.slice(0, PASSAGE_WORDS)}`,
    })),
  );
}

export function findLibraryDocument(id: string): LibraryDocument | null {
  return findDocument(id);
}

export function findLibraryEntry(monthDay: string): Entry | null {
  return findEntry(monthDay);
}

export function findLibraryLesson(course: string, slug: string): Lesson | null {
  return findLesson(course, slug);
}

export function findLibraryLeaflet(slug: string): Leaflet | null {
  return findLeaflet(slug);
}

/** A question of the files with its document; null for an id they do not have. */
function findLibraryQuestion(id: string): { version: QuestionVersionData; document: LibraryDocument } | null {
  const library = getLibrary();
  const question = library.questions.find(({ data }) => data.id === id);
  const found = question && findPassage(library, question.data.anchor);
  return question && found
    ? { version: versionOf(question.data, found.document, found.passage), document: found.document }
    : null;
}

/** The recall questions of a document, in its order, as versions made from the files. */
export function listRecallVersions(document: LibraryDocument): QuestionVersionData[] {
  return recallOf(document).flatMap((id) => findLibraryQuestion(id)?.version ?? []);
}

/** All questions as versions. Throws a Chinese sentence when a question points nowhere: run `npm run check:content`. */
export function listLibraryVersions(library: Library): QuestionVersionData[] {
  return library.questions.map(({ file, data }) => {
    const found = findPassage(library, data.anchor);
    if (found === null)
      throw new Error(`content/${file}里${data.id}指向的${data.anchor}不存在，没有载入。先运行npm run check:content。`);
    return versionOf(data, found.document, found.passage);
  });
}

type Listed = Searchable & { id: string; kind: string };

/** Everything that is read, as it is looked up: the library, and the films of this unit. */
export function listSearchables(library: Library = getLibrary(), own = getOwnFilms().films): Listed[] {
  const documents = allDocuments(library).map((document) => {
    const { id, kind, front } = document;
    const { title, summary } = front;
    const about = "subtitle" in front && front.subtitle ? `${front.subtitle}。${summary}` : summary;
    return {
      ...{ id, kind, title, initials: initialsOf(title, "place"), summary: about },
      ...{ text: visibleText(document), date: dateOf(document) },
    };
  });
  return [...documents, ...own.map(searchableFilm)];
}

function searchableFilm({ id, front, markdown, files }: OwnFilm): Listed {
  const { title, summary } = front;
  const text = [outlineOf(markdown).plain, transcriptOf(files.cues)].filter((part) => part !== "").join("\n");
  return { id, kind: "film", title, initials: initialsOf(title, "place"), summary, text, date: null };
}

/** YYYY-MM-DD of what an entry tells, MM-DD of a theme, null of everything else. */
function dateOf(document: LibraryDocument): string | null {
  if (document.kind !== "entry") return null;
  return "date" in document.front ? document.front.date : document.monthDay;
}
