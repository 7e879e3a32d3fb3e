import type { DrawingName } from "@/components/ui/drawing";
import type { Leaflet } from "@/features/library/types";
import { cardViews, documentView, drawingOf, type CardView, type DocumentView } from "@/features/library/view";

export type LeafletItem = { href: string; title: string; summary: string; drawing: DrawingName };

export function leafletItem({ id, front }: Leaflet): LeafletItem {
  const { title, summary, topic } = front;
  return { href: `/${id}`, title, summary, drawing: drawingOf(topic) };
}

/** 出处1、2: what stands on paper below the back. */
export const notesOnPaper = ({ notes }: CardView): string => `出处${notes.map(({ number }) => number).join("、")}`;

export type LeafletView = DocumentView & {
  cards: CardView[];
  /** Of the page, as the QR code on paper tells it. */
  address: string;
  /** Of the sheet to print. */
  pdf: string;
};

export function leafletView(leaflet: Leaflet, publicUrl: string): LeafletView {
  return {
    ...documentView(leaflet),
    cards: cardViews(leaflet),
    address: new URL(`/${leaflet.id}`, publicUrl).href,
    pdf: `/${leaflet.id}/pdf`,
  };
}

/**
 * A sheet of A4 folded in three: outside, from the left, the flap, the back and the cover; inside three panels of two cards
 * each. The flap is folded in first and therefore two millimetres narrower; inside it is the panel at the right.
 */
export type Fold = { inside: CardView[][]; flap: CardView[] };

export function foldOf({ cards }: Pick<LeafletView, "cards">): Fold {
  return { inside: [cards.slice(0, 2), cards.slice(2, 4), cards.slice(4, 6)], flap: cards.slice(6) };
}
