import { TERMS_RULE, termsOf, type Searchable } from "@/domain/search/terms";
import { sha256Hex } from "@/lib/crypto";
import { db, inTransaction, type Tx } from "@/lib/db";
import { insertRows } from "@/lib/db/prepared";

export type SearchSource = Searchable & { id: string; kind: string };
export type IndexTally = { written: number; removed: number };

/** What is indexed of a document, as its row keeps it. */
const SOURCE = {
  itemId: true,
  kind: true,
  title: true,
  initials: true,
  summary: true,
  text: true,
  date: true,
} as const;

/** Of a document and of the rule that makes its terms: either change writes it anew. */
export const digestOf = (source: SearchSource, rule = TERMS_RULE): string => {
  const { id, kind, title, initials, summary, text, date } = source;
  return sha256Hex(JSON.stringify([rule, id, kind, title, initials, summary, text, date]));
};

/**
 * Brings what can be looked up of the library to what these documents say; a second run changes nothing, and two at once do
 * it once. Stories are no part of it: they come and go as they are published, and are only written anew where another rule
 * once wrote them.
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
  const renewed = await renewStories();
  return { written: due.length + renewed, removed: gone.length };
}

/** Stories that were written by an earlier rule, written by this one; each is read again beside its writing, it may be gone. */
async function renewStories(): Promise<number> {
  const rows = await db().searchDocument.findMany({
    where: { kind: "story" },
    select: { ...SOURCE, number: true, digest: true },
  });
  const due = rows.filter((row) => row.digest !== digestOf(sourceOf(row)));
  for (const { number } of due) {
    await inTransaction(async (tx) => {
      const row = await tx.searchDocument.findUnique({ where: { number }, select: SOURCE });
      if (row) await indexDocument(tx, sourceOf(row));
    });
  }
  return due.length;
}

const sourceOf = ({ itemId, ...document }: Omit<SearchSource, "id"> & { itemId: string }): SearchSource => ({
  ...document,
  id: itemId,
});

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
