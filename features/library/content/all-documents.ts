import type { Library, LibraryDocument } from "../types";

/** Everything of the library that is read: entries, lessons, leaflets. */
export function allDocuments({ entries, lessons, leaflets }: Library): readonly LibraryDocument[] {
  return [...entries, ...lessons, ...leaflets];
}

/** The recall questions a document names; a leaflet is only turned and asks nothing. */
export function recallOf(document: LibraryDocument): readonly string[] {
  return document.kind === "leaflet" ? [] : document.front.recall;
}
