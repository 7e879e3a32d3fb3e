import type { Library, LibraryDocument } from "../types";

/** Everything of the library that is read: entries, lessons, leaflets, films. */
export function allDocuments({ entries, lessons, leaflets, films }: Library): readonly LibraryDocument[] {
  return [...entries, ...lessons, ...leaflets, ...films];
}

/** The recall questions a document names; a leaflet is only turned, and a film leads to the questions of its lesson. */
export function recallOf(document: LibraryDocument): readonly string[] {
  return "recall" in document.front ? document.front.recall : [];
}
