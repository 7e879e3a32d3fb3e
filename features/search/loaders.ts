import "server-only";
import { parseQuery, type SearchQuery } from "@/domain/search/query";
import { withoutQuestion } from "@/domain/search/questions";
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
  const { documents } = await findTakenDown();
  const found = await lookUp(query, kind, documents);
  const asked = found.isExact ? null : withoutQuestion(query);
  if (asked === null) return { q, kind, ignored: query.ignored, found };
  const about = await lookUp(asked, kind, documents);
  return { q, kind, ignored: query.ignored, found: { ...about, isExact: false } };
}

async function lookUp(query: SearchQuery, kind: SearchKind | null, hidden: ReadonlySet<string>) {
  const candidates = await findCandidates(query);
  const shown = candidates.filter(({ id }) => !hidden.has(id));
  return searchResults(query, shown, kind);
}
