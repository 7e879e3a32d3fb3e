import type { DrawingName } from "@/components/ui/drawing";

/** Which drawing belongs to a topic. */
export const TOPIC_DRAWINGS: Readonly<Record<string, DrawingName>> = {
  meetings: "boat",
  revolution: "hills",
  spirits: "lamp",
  people: "lamp",
  construction: "crane",
  science: "rocket",
  reform: "crane",
  "party-building": "boat",
  "united-front": "bridge",
  diplomacy: "bridge",
  livelihood: "field",
  region: "crane",
};

/** Which films `npm run films` has drawn, and from what. */
export const DRAWN_LIST = "films/drawn.yaml";

/** How the digest of a film begins that a unit added itself: it comes and goes without the library. */
export const OWN_DIGEST = "own:";

/** A film of the library has to come through a poor signal. */
export const FILM_BYTES_AT_MOST = 6_000_000;
export const POSTER_BYTES_AT_MOST = 100_000;
