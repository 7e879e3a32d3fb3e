import type { Site } from "@/domain/writing/sites";
import type { CourseFront, EntryFront, FileQuestion, LeafletFront, LessonFront } from "./schema";

/** A file below content/, path from there with `/` between folders. */
export type ContentFile = { path: string; text: string };

/** The body of a document as the checks and pages need it. */
type Written = {
  /** `daily/MM-DD`, `lessons/<course>/<nn-slug>` or `leaflets/<slug>`, the id used by anchors, the database and the API. */
  id: string;
  /** The file, from content/. */
  file: string;
  /** Markdown below the front matter. */
  markdown: string;
};

export type Entry = Written & { kind: "entry"; monthDay: string; front: EntryFront };
export type Lesson = Written & { kind: "lesson"; course: string; slug: string; front: LessonFront };
export type Leaflet = Written & { kind: "leaflet"; slug: string; front: LeafletFront };
export type Course = { slug: string; file: string; front: CourseFront };
export type LibraryDocument = Entry | Lesson | Leaflet;
export type LibraryQuestion = { file: string; index: number; data: FileQuestion };

/** Everything in content/, in its public order: entries by day, courses by `order`, lessons by number, leaflets by `order`. */
export type Library = {
  entries: readonly Entry[];
  courses: readonly Course[];
  lessons: readonly Lesson[];
  leaflets: readonly Leaflet[];
  questions: readonly LibraryQuestion[];
  topics: Readonly<Record<string, string>>;
  sites: readonly Site[];
  /** Ids of documents that still wait for the second look. */
  awaiting: readonly string[];
};

/** One thing wrong in one file, as its author reads it. */
export type Fault = { file: string; place: string; what: string; fix: string };
