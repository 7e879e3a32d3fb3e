import type { ReactNode } from "react";

/** One place of the x axis: its name, its height in percent (null where there is none), and what the table says of it. */
export type ChartPoint = {
  label: string;
  percent: number | null;
  cells: readonly string[];
};

export type ChartProps = {
  /** What the chart shows, in one sentence: the caption of the table. */
  caption: string;
  /** The whole picture in words, for those who do not see it. */
  words: string;
  /** Names of the x axis and of the rows under it. */
  heads: readonly [axis: string, ...rows: string[]];
  points: readonly ChartPoint[];
};

/** Heights of the grid: a percentage begins at zero. */
export const PLOT_HEIGHT = 100;
export const COLUMN_WIDTH = 100;
const GRID = [0, 50, 100];

/** Charts with more places than this are wider than a phone and scroll by themselves. */
const NARROW = 4;
const WIDE = 8;
const WIDEST = 14;

function widthOf(places: number): string {
  if (places > WIDEST) return "fig widest";
  if (places > WIDE) return "fig wide";
  return places > NARROW ? "fig" : "";
}

/**
 * A chart over its table: the columns of the table are the places of the x axis, so that the picture needs no labels of
 * its own. Drawn on the server; the plot stretches with the table.
 */
export function ChartTable({ caption, words, heads, points, children }: ChartProps & { children: ReactNode }) {
  const [axis, ...rows] = heads;
  return (
    <figure className="scroll chart-frame" tabIndex={0} aria-label={`${caption}，图和表`}>
      <table className={`tbl axis ${widthOf(points.length)}`}>
        <caption className="vh">{caption}</caption>
        <colgroup>
          <col className="axis-col" />
          {points.map((point) => (
            <col key={point.label} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td className="ticks" aria-hidden="true">
              {[...GRID].reverse().map((height) => (
                <span key={height}>{height}%</span>
              ))}
            </td>
            <td className="plot" colSpan={points.length}>
              <svg
                role="img"
                aria-label={words}
                viewBox={`0 0 ${points.length * COLUMN_WIDTH} ${PLOT_HEIGHT}`}
                preserveAspectRatio="none"
              >
                {GRID.map((height) => (
                  <path key={height} className="grid-line" d={`M0 ${height}H${points.length * COLUMN_WIDTH}`} />
                ))}
                {children}
              </svg>
            </td>
          </tr>
          <tr>
            <th scope="row">{axis}</th>
            {points.map((point) => (
              <th key={point.label} scope="col">
                {point.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((head, row) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {points.map((point) => (
                <td key={point.label}>{point.cells[row] ?? ""}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
