import { sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";
import { OWN_DIGEST } from "../constants";
import { getOwnFilms } from "../content/own-films";
import type { OwnFilm } from "../types";

const digestOf = ({ front, markdown, files }: OwnFilm): string =>
  `${OWN_DIGEST}${sha256Hex(JSON.stringify([front, markdown, files.captions]))}`;

type Changes = { due: readonly OwnFilm[]; gone: readonly string[] };

/** What the list of documents does not say yet of these films. */
async function changesOf(films: readonly OwnFilm[]): Promise<Changes> {
  const rows = await db().contentItem.findMany({
    where: { kind: "film", digest: { startsWith: OWN_DIGEST } },
    select: { id: true, digest: true, retiredAt: true },
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  const present = new Set(films.map(({ id }) => id));
  return {
    due: films.filter((film) => {
      const row = known.get(film.id);
      return row?.digest !== digestOf(film) || row.retiredAt !== null;
    }),
    gone: rows.filter(({ id, retiredAt }) => retiredAt === null && !present.has(id)).map(({ id }) => id),
  };
}

/**
 * Brings the films of this unit into the list of documents, so that they can be reported and taken down like any other. Rows
 * are retired, never removed. What has to be done with a change is done `first`: where that fails no row is written, and the
 * next run finds the same change again. Safe to repeat; answers how many rows changed.
 */
export async function loadOwnFilms(now: Date, first?: () => Promise<unknown>): Promise<number> {
  const { due, gone } = await changesOf(getOwnFilms().films);
  if (due.length + gone.length === 0) return 0;
  await first?.();
  for (const film of due) {
    const data = {
      ...{ kind: "film", title: film.front.title, digest: digestOf(film), recall: "[]", mourning: false },
      ...{ loadedAt: now, retiredAt: null },
    };
    await db().contentItem.upsert({ where: { id: film.id }, create: { id: film.id, ...data }, update: data });
  }
  if (gone.length > 0)
    await db().contentItem.updateMany({ where: { id: { in: [...gone] } }, data: { retiredAt: now } });
  return due.length + gone.length;
}
