import type { CardView } from "@/features/library/view";

/** The cards, turned by a tap, the space bar or none of either: a page without script or style shows both sides. */
export function FlipCards({ cards }: { cards: readonly CardView[] }) {
  return (
    <ol className="flips">
      {cards.map(({ front, back, anchor, notes }) => (
        <li key={anchor} id={anchor}>
          <details className="flip">
            <summary>{front}</summary>
            <p>
              {back}
              {notes.map(({ id, number }) => (
                <a key={id} className="fn" href={`#source-${id}`} aria-label={`出处${number}`}>
                  〔{number}〕
                </a>
              ))}
            </p>
          </details>
        </li>
      ))}
    </ol>
  );
}
