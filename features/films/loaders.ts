import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { listErrataOf } from "@/features/errata/queries";
import { correctionLines, type CorrectionLine } from "@/features/errata/view";
import { filmPath, findFilmOf, findLibraryDocument, listFilms } from "@/features/library/queries";
import { findTakenDown } from "@/features/takedowns/queries";
import { FILE_TYPES, fileNamed, filmItem, filmView, type FilmItem, type FilmView } from "./view";

/** The films in their order, those of this unit last, without those that are taken down. */
export async function loadFilms(): Promise<FilmItem[]> {
  const { documents } = await findTakenDown();
  return listFilms()
    .filter(({ id }) => !documents.has(id))
    .map(filmItem);
}

export type FilmPage = { state: "shown"; film: FilmView; corrections: CorrectionLine[] } | { state: "taken-down" };

/** One film; null when there is none of that name. */
export const loadFilm = cache(async (slug: string): Promise<FilmPage | null> => {
  const film = findFilmOf(slug);
  if (film === null) return null;
  const { documents } = await findTakenDown();
  if (documents.has(film.id)) return { state: "taken-down" };
  const { lesson: named } = film.front;
  const lesson = named !== undefined && !documents.has(named) ? findLibraryDocument(named) : null;
  const corrections = correctionLines(await listErrataOf(film.id));
  return { state: "shown", film: filmView(film, lesson?.kind === "lesson" ? lesson : null), corrections };
});

/** A file of a film and what it is sent as. None and one that is taken down are both 404. */
export async function loadFilmFile(slug: string, name: string): Promise<{ path: string; type: string }> {
  const film = findFilmOf(slug);
  const file = film && fileNamed(film, name);
  const type = FILE_TYPES[name];
  if (!file || type === undefined) notFound();
  const { documents } = await findTakenDown();
  if (documents.has(film.id)) notFound();
  return { path: filmPath(film, file), type };
}
