import { ChartTable, COLUMN_WIDTH, PLOT_HEIGHT, type ChartProps } from "./chart-table";

const BAR_WIDTH = 36;

/** Shares side by side as bars from zero, each on the pale rest of its whole; a place without a figure has no bar. */
export function BarChart(props: ChartProps) {
  return (
    <ChartTable {...props}>
      {props.points.map(({ label, percent }, index) => {
        if (percent === null) return null;
        const x = index * COLUMN_WIDTH + (COLUMN_WIDTH - BAR_WIDTH) / 2;
        return (
          <g key={label}>
            <rect className="rest" x={x} y={0} width={BAR_WIDTH} height={PLOT_HEIGHT} />
            <rect className="part" x={x} y={PLOT_HEIGHT - percent} width={BAR_WIDTH} height={percent} />
          </g>
        );
      })}
    </ChartTable>
  );
}
