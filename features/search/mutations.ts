import { termsOf, type Searchable } from "@/domain/search/terms";
import { sha256Hex } from "@/lib/crypto";
import { db, inTransaction } from "@/lib/db";

export type SearchSource = Searchable & { id: string; kind: string };
export type IndexTally = { written: number; removed: number };

/** So many rows a command writes at once beside a running server. */
const BATCH = 200;

const digestOf = (source: SearchSource): string => {
  const { id, kind, title, initials, summary, text, date } = source;
  return sha256Hex(JSON.stringify([id, kind, title, initials, summary, text, date]));
};

/**
 * Brings what can be looked up to what these documents say; a second run changes nothing. A document is without its digest
 * while its terms are written, so that a run that ended in between is made good by the next.
 */
export async function indexDocuments(sources: readonly SearchSource[]): Promise<IndexTally> {
  const rows = await db().searchDocument.findMany({ select: { number: true, itemId: true, digest: true } });
  const known = new Map(rows.map((row) => [row.itemId, row]));
  const due = sources.filter((source) => known.get(source.id)?.digest !== digestOf(source));
  for (const source of due) await indexDocument(source);
  const present = new Set(sources.map(({ id }) => id));
  const gone = rows.filter(({ itemId }) => !present.has(itemId));
  for (const { number } of gone) await db().searchDocument.deleteMany({ where: { number } });
  return { written: due.length, removed: gone.length };
}

async function indexDocument(source: SearchSource): Promise<void> {
  const { id: itemId, ...document } = source;
  const terms = termsOf(document);
  const number = await inTransaction(async (tx) => {
    const data = { ...document, digest: "" };
    const row = await tx.searchDocument.upsert({ where: { itemId }, create: { itemId, ...data }, update: data });
    await tx.searchTerm.deleteMany({ where: { number: row.number } });
    return row.number;
  });
  for (let from = 0; from < terms.length; from += BATCH) {
    await db().searchTerm.createMany({ data: terms.slice(from, from + BATCH).map((term) => ({ term, number })) });
  }
  await db().searchDocument.update({ where: { number }, data: { digest: digestOf(source) } });
}
