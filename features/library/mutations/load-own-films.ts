import { sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";
import { OWN_DIGEST } from "../constants";
import { getOwnFilms } from "../content/own-films";
import type { OwnFilm } from "../types";

const digestOf = ({ front, markdown, files }: OwnFilm): string =>
  `${OWN_DIGEST}${sha256Hex(JSON.stringify([front, markdown, files.captions]))}`;

/**
 * Brings the films of this unit into the list of documents, so that they can be reported and taken down like any other. Rows
 * are retired, never removed. Safe to repeat; answers how many rows changed.
 */
export async function loadOwnFilms(now: Date, films: readonly OwnFilm[] = getOwnFilms().films): Promise<number> {
  const rows = await db().contentItem.findMany({
    where: { kind: "film", digest: { startsWith: OWN_DIGEST } },
    select: { id: true, digest: true, retiredAt: true },
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  const due = films.filter((film) => {
    const row = known.get(film.id);
    return row?.digest !== digestOf(film) || row.retiredAt !== null;
  });
  for (const film of due) {
    const data = {
      ...{ kind: "film", title: film.front.title, digest: digestOf(film), recall: "[]", mourning: false },
      ...{ loadedAt: now, retiredAt: null },
    };
    await db().contentItem.upsert({ where: { id: film.id }, create: { id: film.id, ...data }, update: data });
  }
  const present = new Set(films.map(({ id }) => id));
  const gone = rows.filter(({ id, retiredAt }) => retiredAt === null && !present.has(id)).map(({ id }) => id);
  if (gone.length > 0) await db().contentItem.updateMany({ where: { id: { in: gone } }, data: { retiredAt: now } });
  return due.length + gone.length;
}
