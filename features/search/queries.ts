import type { Searchable } from "@/domain/search/terms";
import { canMatch, comesNear, termsToFind, type SearchQuery } from "@/domain/search/query";
import { selectRows } from "@/lib/db/prepared";

export type Candidate = Searchable & { id: string; kind: string };

/** Lists are filled up to one of these lengths, so that a handful of prepared statements serve every query. */
const TERMS_AT_ONCE = 80;
const DOCUMENTS_AT_ONCE = 100;

const marks = (count: number) => Array.from({ length: count }, () => "?").join(", ");
const TERMS = `SELECT term, number FROM search_term WHERE term IN (${marks(TERMS_AT_ONCE)})`;
const DOCUMENTS = `SELECT item_id AS id, kind, title, initials, summary, text, date
  FROM search_document WHERE number IN (${marks(DOCUMENTS_AT_ONCE)})`;

/** Rows of a statement for a list of any length, asked for piece by piece; `filler` is a value that no row has. */
async function selectAmong<Row>(
  sql: string,
  list: readonly (string | number)[],
  length: number,
  filler: string | number,
) {
  const rows: Row[] = [];
  for (let from = 0; from < list.length; from += length) {
    const part = list.slice(from, from + length);
    rows.push(
      ...(await selectRows<Row>(sql, [...part, ...Array.from({ length: length - part.length }, () => filler)])),
    );
  }
  return rows;
}

/**
 * Documents that have every pair, date or letter that was asked for; whether they have the words, their texts say. Where
 * none has, those that have half of it.
 */
export async function findCandidates(query: SearchQuery): Promise<Candidate[]> {
  type Row = { term: string; number: number };
  const rows = await selectAmong<Row>(TERMS, termsToFind(query), TERMS_AT_ONCE, "");
  const terms = new Map<number, Set<string>>();
  for (const { term, number } of rows) terms.set(number, (terms.get(number) ?? new Set()).add(term));
  const full = [...terms].filter(([, own]) => canMatch(query, own));
  const best = full.length > 0 ? full : [...terms].filter(([, own]) => comesNear(query, own));
  const numbers = best.map(([number]) => number);
  return selectAmong<Candidate>(DOCUMENTS, numbers, DOCUMENTS_AT_ONCE, -1);
}
