import type { ChartPoint } from "@/components/charts/chart-table";
import { percentOf, type Share } from "@/domain/figures/share";
import type { TopicRate } from "../queries/topic-rates";
import type { WeekShare } from "../queries/weeks";
import type { StationLine } from "./desk";
import { countWords, percentWords, TOO_FEW } from "./words";

const UNLISTED = "不列";

/** The rows under a chart of shares: percent, part, whole. A share that is not shown says 不列 or is a dash. */
function pointOf(label: string, share: Share): ChartPoint {
  if (share.kind !== "shown") {
    const word = share.kind === "few" ? UNLISTED : "–";
    return { label, percent: null, cells: [word, word, word] };
  }
  return {
    label,
    percent: percentOf(share),
    cells: [percentWords(share), countWords(share.part), countWords(share.whole)],
  };
}

/** 中心站89%（41 / 46），… for those who do not see the picture. */
function wordsOf(points: readonly ChartPoint[]): string {
  return points
    .map(({ label, percent, cells }) =>
      percent === null
        ? `${label}${cells[0] === UNLISTED ? UNLISTED : "没有"}`
        : `${label}${percent}%（${cells[1]} / ${cells[2]}）`,
    )
    .join("，");
}

export type Chart = {
  points: ChartPoint[];
  words: string;
  /** What stands in place of a picture without a single figure; null when there is one. */
  instead: string | null;
};

function chartOf(points: ChartPoint[], words = wordsOf(points)): Chart {
  if (points.some(({ percent }) => percent !== null)) return { points, words, instead: null };
  const isFew = points.some(({ cells }) => cells[0] === UNLISTED);
  return { points, words, instead: isFew ? TOO_FEW : "这个季度还没有到期的学习" };
}

/** How much of what was due the stations have answered. */
export function stationChart(lines: readonly Pick<StationLine, "name" | "figures">[]): Chart {
  const points = lines.map(({ name, figures }) => pointOf(name, figures.answered));
  return chartOf(points);
}

/** Recall rates by topic, the least remembered first; topics without a figure stand last. */
export function topicChart(rates: readonly TopicRate[], labelOf: (topic: string) => string): Chart {
  const points = rates.map(({ topic, recall }) => pointOf(labelOf(topic), recall));
  points.sort((a, b) => (a.percent ?? 101) - (b.percent ?? 101));
  return chartOf(points);
}

/** What was due week by week: the number of the week, without the year that the title says. */
export function weekChart(weeks: readonly WeekShare[]): Chart {
  const points = weeks.map(({ week, answered }) => pointOf(String(Number(week.slice(6))), answered));
  return chartOf(points, wordsOf(points.map((point) => ({ ...point, label: `第${point.label}周` }))));
}
