import type { Leaflet } from "../types";
import { outline } from "./outlines";

/** Eight cards: two on the flap and six inside, when the leaflet is folded in three. */
export const CARDS = 8;
/** A front is a word or a short question; a back is read at a glance. */
export const FRONT_AT_MOST = 16;
export const BACK_AT_MOST = 60;

export type Card = { front: string; back: string; anchor: string; notes: readonly string[] };

/** The cards of a leaflet: a heading and the one paragraph below it. What has not this form is left out. */
export function cardsOf(leaflet: Leaflet): Card[] {
  const { blocks } = outline(leaflet);
  return blocks.flatMap((block, index) => {
    const back = blocks[index + 1];
    if (block.depth !== 2 || back?.depth !== 0) return [];
    return [{ front: block.text, back: back.text, anchor: back.id ?? "", notes: back.notes }];
  });
}
