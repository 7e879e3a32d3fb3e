import { statSync, readdirSync } from "node:fs";
import path from "node:path";
import { singleton } from "@/lib/singleton";
import type { Entry, Film, Leaflet, Lesson, Library, LibraryDocument } from "../types";
import { allDocuments } from "./all-documents";
import { describeFaults } from "./check-library";
import { parseFiles } from "./parse-files";
import { contentFolder, readContentFiles } from "./read-files";

type Kept = { signature: string; library: Library; documents: ReadonlyMap<string, LibraryDocument> };

/** What tells whether a file was written since: read at every call by authors' servers, never in production. */
function signature(): string {
  if (process.env.NODE_ENV === "production") return "fixed";
  const folder = contentFolder();
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(path.join(folder, name)).mtimeMs)
    .join();
}

function read(): Kept {
  const { library, faults } = parseFiles(readContentFiles());
  if (faults.length > 0) throw new Error(`content/ cannot be read:\n${describeFaults(faults)}`);
  const documents = allDocuments(library);
  return { signature: signature(), library, documents: new Map(documents.map((document) => [document.id, document])) };
}

function kept(): Kept {
  const holder = singleton<{ kept: Kept | null }>("library", () => ({ kept: null }));
  if (holder.kept?.signature !== signature()) holder.kept = read();
  return holder.kept;
}

/** The library of this process, read once. Throws when a file has not its form: such a library is neither built nor served. */
export function getLibrary(): Library {
  return kept().library;
}

/** An entry (`daily/12-13`), lesson (`lessons/<course>/<slug>`), leaflet (`leaflets/<slug>`) or film (`films/<slug>`) by id. */
export function findDocument(id: string): LibraryDocument | null {
  return kept().documents.get(id) ?? null;
}

export function findEntry(monthDay: string): Entry | null {
  const document = findDocument(`daily/${monthDay}`);
  return document?.kind === "entry" ? document : null;
}

export function findLesson(course: string, slug: string): Lesson | null {
  const document = findDocument(`lessons/${course}/${slug}`);
  return document?.kind === "lesson" ? document : null;
}

export function findLeaflet(slug: string): Leaflet | null {
  const document = findDocument(`leaflets/${slug}`);
  return document?.kind === "leaflet" ? document : null;
}

export function findFilm(slug: string): Film | null {
  const document = findDocument(`films/${slug}`);
  return document?.kind === "film" ? document : null;
}
