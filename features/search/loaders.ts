import "server-only";
import { parseQuery } from "@/domain/search/query";
import { findTakenDown } from "@/features/takedowns/queries";
import { findCandidates } from "./queries";
import type { SearchKind } from "./constants";
import { searchSchema } from "./schema";
import { searchResults, type SearchResults } from "./view";

export type SearchPage = {
  q: string;
  kind: SearchKind | null;
  /** Single characters that say too little. */
  ignored: readonly string[];
  /** Null while nothing was asked that can be looked up. */
  found: SearchResults | null;
};

/** What the library has on what was typed, without what is taken down. Open to everybody. */
export async function loadSearch(searchParams: Promise<Record<string, unknown>>): Promise<SearchPage> {
  const { q, kind } = searchSchema.parse(await searchParams);
  const query = parseQuery(q);
  if (query.words.length === 0) return { q, kind, ignored: query.ignored, found: null };
  const [candidates, { documents }] = await Promise.all([findCandidates(query), findTakenDown()]);
  const shown = candidates.filter(({ id }) => !documents.has(id));
  return { q, kind, ignored: query.ignored, found: searchResults(query, shown, kind) };
}
