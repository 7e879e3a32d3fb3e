import { PeriodName } from "@/components/layout/reading";
import { Drawing } from "@/components/ui/drawing";
import type { FilmItem } from "../view";

/** Films as cards: what they are about, how long, and what they cost to load. */
export function FilmList({ films }: { films: readonly FilmItem[] }) {
  return (
    <ul className="films">
      {films.map(({ href, title, summary, period, facts, poster, drawing }) => (
        <li key={href}>
          <a className="card film-link" href={href}>
            {poster === null ? (
              <span className="film-poster">
                <Drawing name={drawing} className="art" />
              </span>
            ) : (
              // The optimiser of the framework would need a server of its own for a picture of thirty kilobytes.
              // eslint-disable-next-line @next/next/no-img-element
              <img className="film-poster" src={poster} alt="" loading="lazy" width={960} height={720} />
            )}
            <span className="words">
              <h2>{title}</h2>
              <span className="second small">{summary}</span>
              <span className="meta">
                {facts}
                <PeriodName period={period} />
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
