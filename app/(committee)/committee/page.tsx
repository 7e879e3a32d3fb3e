import type { Metadata } from "next";
import { BarChart } from "@/components/charts/bar-chart";
import { Box } from "@/components/layout/console-page";
import { ChartBox } from "@/features/figures/components/chart-box";
import { DecisionList } from "@/features/figures/components/decision-list";
import { DeskFigures } from "@/features/figures/components/desk-figures";
import { loadDesk, type Params } from "@/features/figures/loaders/desk";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "工作台" };

/** 工委工作台: what waits, what was organised, answered and remembered, by station and organisation. */
export default async function CommitteePage({ searchParams }: { searchParams: Params }) {
  const desk = await loadDesk(searchParams);
  const { decisions, stationChart, topicChart, quarter } = desk;
  return (
    <CommitteeConsole title="工作台" place={desk.place} current="/committee" who={desk.who}>
      <div className="desk-top">
        <Box title="今天要定的事" note={decisions.length === 0 ? "没有" : `${decisions.length}件`}>
          <DecisionList decisions={decisions} />
        </Box>
        {stationChart.points.length < 2 ? null : (
          <ChartBox title="各站已答的份额" note={quarter} chart={stationChart}>
            <BarChart
              caption={`${quarter}各站已答占应答`}
              words={stationChart.words}
              heads={["站", "已答", "人次", "应答"]}
              points={stationChart.points}
            />
          </ChartBox>
        )}
      </div>
      <DeskFigures desk={desk} />
      <ChartBox title="各主题首次答对的份额" note={quarter} chart={topicChart}>
        <BarChart
          caption={`${quarter}各主题首次答对占首次作答，低的在前`}
          words={topicChart.words}
          heads={["主题", "答对", "题次", "首答"]}
          points={topicChart.points}
        />
      </ChartBox>
    </CommitteeConsole>
  );
}
