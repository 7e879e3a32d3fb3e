/** What can be looked up, in the order in which kinds are shown. */
export const SEARCH_KINDS = ["lesson", "entry", "leaflet", "film", "story"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
