import type { SourceView } from "@/components/layout/reading";
import type { DrawingName } from "@/components/ui/drawing";
import { lengthWords, sizeWords } from "@/domain/films/scenes";
import type { Film, FilmVideo, Lesson, OwnFilm } from "@/features/library/types";
import { documentView, drawingOf, periodView, type PeriodView } from "@/features/library/view";
import { toHtml } from "@/lib/markdown/html";

const TYPES = {
  "film.mp4": "video/mp4",
  "film.webm": "video/webm",
  "captions.vtt": "text/vtt; charset=utf-8",
} as const;
/** What a film is sent as; the same names for every film. */
export const FILE_TYPES: Readonly<Record<string, string>> = { ...TYPES, "poster.jpg": "image/jpeg" };

/** Which file of a film stands behind a name of an address; null when it has none. */
export function fileNamed({ files, file }: Film | OwnFilm, name: string): string | null {
  if (name === "captions.vtt") return files.captions === null ? null : file.replace(/\.md$/, ".vtt");
  if (name === "poster.jpg") return files.poster?.file ?? null;
  return files.videos.find(({ type }) => `film.${type}` === name)?.file ?? null;
}

const lengthOf = ({ front, files }: Film | OwnFilm): number =>
  front.length ?? files.videos.find(({ seconds }) => seconds !== null)?.seconds ?? 0;

/** A browser takes the first that it can play: what is said of the size is of that. */
const sizeOf = ([first]: readonly FilmVideo[]): string | null => (first ? sizeWords(first.bytes) : null);

/** 无声，有字幕 */
function soundWords({ front, files }: Film | OwnFilm): string {
  if (front.link !== undefined) return front.sound ? "有声" : "无声";
  return `${front.sound ? "有声" : "无声"}，${files.captions === null ? "没有另附字幕" : "有字幕"}`;
}

export type FilmItem = {
  href: string;
  title: string;
  summary: string;
  /** Null of one that runs through several, and of a unit's own. */
  period: PeriodView | null;
  /** 1分19秒，1.2MB，无声，有字幕 */
  facts: string;
  poster: string | null;
  drawing: DrawingName;
  isOwn: boolean;
};

export function filmItem(film: Film | OwnFilm): FilmItem {
  const { id, front, files } = film;
  return {
    ...{ href: `/${id}`, title: front.title, summary: front.summary, facts: factsOf(film) },
    period: periodView("period" in front ? front.period : undefined),
    poster: files.poster ? `/${id}/poster.jpg` : null,
    drawing: drawingOf("topic" in front ? front.topic : undefined),
    isOwn: film.kind === "own-film",
  };
}

function factsOf(film: Film | OwnFilm): string {
  const where = film.front.link === undefined ? sizeOf(film.files.videos) : "到别的网站看";
  return [lengthWords(lengthOf(film)), where, soundWords(film)].filter((part) => part !== null).join("，");
}

/** A line of the transcript: when it is said, what, and what is to be seen meanwhile. */
export type TranscriptLine = { at: string; text: string; picture: string | null };

export type FilmView = {
  id: string;
  title: string;
  summary: string;
  publisher: string;
  period: PeriodView | null;
  facts: string;
  html: string;
  lookFor: readonly string[];
  discuss: readonly string[];
  report: string;
  /** Null of a film that is watched elsewhere. */
  player: { sources: { src: string; type: string }[]; poster: string | null; captions: string | null } | null;
  link: { href: string; host: string } | null;
  transcript: TranscriptLine[];
  /** The lesson that tells the same at length, with the questions to remember it by. */
  lesson: { href: string; title: string; questions: number } | null;
  /** Of a film of the library: facts that can be looked up. Null of a unit's own. */
  proof: { sources: SourceView[]; checked: string; against: SourceView[] } | null;
};

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;

export function filmView(film: Film | OwnFilm, lesson: Lesson | null): FilmView {
  const { id, front, files, markdown } = film;
  const proof = film.kind === "film" ? documentView(film) : null;
  const ids = film.kind === "film" ? film.front.sources.map((source) => source.id) : [];
  return {
    ...{ id, title: front.title, summary: front.summary, publisher: front.publisher, facts: factsOf(film) },
    period: periodView(front.period),
    html: markdown === "" ? "" : toHtml(markdown, ids),
    ...{ lookFor: front["look-for"], discuss: front.discuss, report: `/report?on=${id}` },
    player: playerOf(film),
    link: front.link === undefined ? null : { href: front.link, host: new URL(front.link).hostname },
    transcript: files.cues.map(({ start, text, picture }) => ({ at: clock(start), text, picture })),
    lesson: lesson && {
      ...{ href: `/${lesson.id}`, title: lesson.front.title, questions: lesson.front.recall.length },
    },
    proof: proof && { sources: proof.sources, checked: proof.checked, against: proof.against },
  };
}

function playerOf({ id, files }: Film | OwnFilm): FilmView["player"] {
  if (files.videos.length === 0) return null;
  return {
    sources: files.videos.map(({ type }) => ({ src: `/${id}/film.${type}`, type: `video/${type}` })),
    poster: files.poster ? `/${id}/poster.jpg` : null,
    captions: files.captions === null ? null : `/${id}/captions.vtt`,
  };
}
