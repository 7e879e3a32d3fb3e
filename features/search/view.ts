import type { SearchQuery } from "@/domain/search/query";
import { marked, matchOf, snippet, type Piece } from "@/domain/search/rank";
import type { Candidate } from "./queries";
import type { SearchKind } from "./constants";

export const SEARCH_KIND_LABELS: Readonly<Record<SearchKind, string>> = {
  lesson: "课程",
  entry: "天天谈",
  leaflet: "折页",
  film: "影片",
  story: "厂情厂史",
};

export type SearchResult = { id: string; href: string; kind: SearchKind; label: string; title: Piece[]; text: Piece[] };

export type SearchResults = {
  results: SearchResult[];
  /** How many were found of each kind, whether they are shown or not. */
  counts: Readonly<Record<SearchKind, number>>;
  /** False when no document has the words as they were typed, and those that come near are shown. */
  isExact: boolean;
};

/** So many are shown; whoever finds more adds a word. */
export const SHOWN = 30;

/** The best first; those that only come near are told when nothing else was found. */
export function searchResults(
  query: SearchQuery,
  candidates: readonly Candidate[],
  kind: SearchKind | null,
): SearchResults {
  const all = candidates.map((document) => ({ document, ...matchOf(query, document) }));
  const exact = all.filter(({ isExact }) => isExact);
  const found = exact.length > 0 ? exact : all;
  found.sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1));
  const count = (wanted: SearchKind) => found.filter(({ document }) => document.kind === wanted).length;
  return {
    results: found
      .filter(({ document }) => kind === null || document.kind === kind)
      .slice(0, SHOWN)
      .map(({ document }) => resultOf(query, document)),
    counts: {
      ...{ lesson: count("lesson"), entry: count("entry"), leaflet: count("leaflet") },
      ...{ film: count("film"), story: count("story") },
    },
    isExact: exact.length > 0,
  };
}

function resultOf(query: SearchQuery, { id, kind, title, summary, text }: Candidate): SearchResult {
  const known = kind as SearchKind;
  return {
    ...{ id, href: `/${id}`, kind: known, label: SEARCH_KIND_LABELS[known] },
    title: marked(query, title),
    text: snippet(query, text) ?? marked(query, summary),
  };
}
