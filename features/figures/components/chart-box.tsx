import type { ReactNode } from "react";
import { Box } from "@/components/layout/console-page";
import type { Chart } from "../view/charts";

type Props = { title: string; note: string; chart: Chart; children: ReactNode };

/** A chart in its box; a sentence where everything is of too few people, nothing where there is nothing. */
export function ChartBox({ title, note, chart, children }: Props) {
  if (chart.points.length === 0) return null;
  return (
    <Box title={title} note={note}>
      {chart.instead === null ? children : <p className="meta px-4 py-3">{chart.instead}。</p>}
    </Box>
  );
}
