import type { CaptionFault, Cue } from "@/domain/films/webvtt";
import type { Site } from "@/domain/writing/sites";
import type {
  CourseFront,
  Drawn,
  EntryFront,
  FileQuestion,
  FilmFront,
  LeafletFront,
  LessonFront,
  OwnFilmFront,
} from "./schema";

/** A film or a picture, of which only this is read: its text is empty. */
export type MediaFile = {
  bytes: number;
  /** Null of a picture, and of a file that is no film whatever its name says. */
  seconds: number | null;
  /** SHA-256 of a file of the library; empty of a unit's own, which may be large. */
  digest: string;
};

/** A file below content/, path from there with `/` between folders. */
export type ContentFile = { path: string; text: string; media?: MediaFile };

/** The body of a document as the checks and pages need it. */
type Written = {
  /** `daily/MM-DD`, `lessons/<course>/<nn-slug>`, `leaflets/<slug>` or `films/<slug>`, the id used by anchors, the database and the API. */
  id: string;
  /** The file, from content/. */
  file: string;
  /** Markdown below the front matter. */
  markdown: string;
};

export type Entry = Written & { kind: "entry"; monthDay: string; front: EntryFront };
export type Lesson = Written & { kind: "lesson"; course: string; slug: string; front: LessonFront };
export type Leaflet = Written & { kind: "leaflet"; slug: string; front: LeafletFront };

export type FilmVideo = MediaFile & { type: "mp4" | "webm"; file: string };
/** What lies beside the page of a film under the same name. */
export type FilmFiles = {
  videos: readonly FilmVideo[];
  /** The captions as they are sent, null when there are none, and what they say. */
  captions: string | null;
  cues: readonly Cue[];
  captionFaults: readonly CaptionFault[];
  poster: (MediaFile & { file: string }) | null;
};
export type Film = Written & { kind: "film"; slug: string; front: FilmFront; files: FilmFiles };
/** One that a unit added itself: no document of the library, without facts and sources. */
export type OwnFilm = Written & { kind: "own-film"; slug: string; front: OwnFilmFront; files: FilmFiles };

export type Course = { slug: string; file: string; front: CourseFront };
export type LibraryDocument = Entry | Lesson | Leaflet | Film;
export type LibraryQuestion = { file: string; index: number; data: FileQuestion };

/** Everything in content/, in its public order: entries by day, courses by `order`, lessons by number, leaflets and films by `order`. */
export type Library = {
  entries: readonly Entry[];
  courses: readonly Course[];
  lessons: readonly Lesson[];
  leaflets: readonly Leaflet[];
  films: readonly Film[];
  /** What films were drawn from. */
  drawn: readonly Drawn[];
  questions: readonly LibraryQuestion[];
  topics: Readonly<Record<string, string>>;
  sites: readonly Site[];
};

/** One thing wrong in one file, as its author reads it. */
export type Fault = { file: string; place: string; what: string; fix: string };
