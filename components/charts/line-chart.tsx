import { ChartTable, COLUMN_WIDTH, PLOT_HEIGHT, type ChartProps } from "./chart-table";
import { linesOf } from "./lines-of";

const placeOf = (index: number, percent: number): string =>
  `${index * COLUMN_WIDTH + COLUMN_WIDTH / 2} ${PLOT_HEIGHT - percent}`;

type Props = ChartProps & {
  /** The last place is not over yet: it is drawn open, and the way to it dotted. */
  isOpen: boolean;
};

/** A share over time as a line; where there is no figure the line is broken. */
export function LineChart({ isOpen, ...props }: Props) {
  const values = props.points.map(({ percent }) => percent);
  const last = values.length - 1;
  const path = (line: readonly number[]) => `M${line.map((index) => placeOf(index, values[index] ?? 0)).join("L")}`;
  return (
    <ChartTable {...props}>
      {linesOf(values, isOpen).map(({ indexes, isDotted }) => (
        <path key={`${indexes.join()} ${isDotted}`} className={isDotted ? "line dotted" : "line"} d={path(indexes)} />
      ))}
      {values.map((percent, index) => {
        if (percent === null) return null;
        const dot = `M${placeOf(index, percent)}h0`;
        return (
          <g key={props.points[index]?.label}>
            <path className="dot" d={dot} />
            {isOpen && index === last ? <path className="dot-hole" d={dot} /> : null}
          </g>
        );
      })}
    </ChartTable>
  );
}
