import type { Searchable } from "@/domain/search/terms";
import { canMatch, comesNear, termsToFind, type SearchQuery } from "@/domain/search/query";
import { db } from "@/lib/db";

export type Candidate = Searchable & { id: string; kind: string };

/**
 * Documents that have every pair, date or letter that was asked for; whether they have the words, their texts say. Where
 * none has, those that have half of it.
 */
export async function findCandidates(query: SearchQuery): Promise<Candidate[]> {
  const wanted = termsToFind(query);
  if (wanted.length === 0) return [];
  const rows = await db().searchTerm.findMany({
    where: { term: { in: wanted } },
    select: { term: true, number: true },
  });
  const terms = new Map<number, Set<string>>();
  for (const { term, number } of rows) terms.set(number, (terms.get(number) ?? new Set()).add(term));
  const full = [...terms].filter(([, own]) => canMatch(query, own));
  const best = full.length > 0 ? full : [...terms].filter(([, own]) => comesNear(query, own));
  const numbers = best.map(([number]) => number);
  const documents = await db().searchDocument.findMany({
    where: { number: { in: numbers } },
    omit: { number: true, digest: true },
  });
  return documents.map(({ itemId, ...document }) => ({ ...document, id: itemId }));
}
