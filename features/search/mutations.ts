import { termsOf, type Searchable } from "@/domain/search/terms";
import { sha256Hex } from "@/lib/crypto";
import { db, inTransaction, type Tx } from "@/lib/db";
import { insertRows } from "@/lib/db/prepared";

export type SearchSource = Searchable & { id: string; kind: string };
export type IndexTally = { written: number; removed: number };

const digestOf = (source: SearchSource): string => {
  const { id, kind, title, initials, summary, text, date } = source;
  return sha256Hex(JSON.stringify([id, kind, title, initials, summary, text, date]));
};

/**
 * Brings what can be looked up of the library to what these documents say; a second run changes nothing, and two at once do
 * it once. Stories are no part of it: they come and go as they are published.
 */
export async function indexDocuments(sources: readonly SearchSource[]): Promise<IndexTally> {
  const rows = await db().searchDocument.findMany({
    where: { kind: { not: "story" } },
    select: { number: true, itemId: true, digest: true },
  });
  const known = new Map(rows.map((row) => [row.itemId, row]));
  const due = sources.filter((source) => known.get(source.id)?.digest !== digestOf(source));
  for (const source of due) await inTransaction((tx) => indexDocument(tx, source));
  const present = new Set(sources.map(({ id }) => id));
  const gone = rows.filter(({ itemId }) => !present.has(itemId));
  for (const { number } of gone) await db().searchDocument.deleteMany({ where: { number } });
  return { written: due.length, removed: gone.length };
}

/** One document with its terms, some hundred short rows, a few milliseconds of the caller's transaction. */
export async function indexDocument(tx: Tx, source: SearchSource): Promise<void> {
  const { id: itemId, ...document } = source;
  const data = { ...document, digest: digestOf(source) };
  const terms = termsOf(document);
  const { number } = await tx.searchDocument.upsert({ where: { itemId }, create: { itemId, ...data }, update: data });
  await tx.searchTerm.deleteMany({ where: { number } });
  await insertRows(
    tx,
    "search_term",
    terms.map((term) => ({ term, number })),
  );
}

/** Takes a document out of the search, if it is there. */
export async function removeDocument(tx: Tx, itemId: string): Promise<void> {
  await tx.searchDocument.deleteMany({ where: { itemId } });
}
