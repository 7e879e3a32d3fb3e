import { BarChart } from "@/components/charts/bar-chart";
import { LineChart } from "@/components/charts/line-chart";
import { FilterSelect } from "@/components/forms/filter-select";
import { Box } from "@/components/layout/console-page";
import { Icon } from "@/components/ui/icon";
import { State } from "@/components/ui/state";
import type { FiguresPage } from "../loaders/organisation";
import { ChartBox } from "./chart-box";
import { ObjectForm } from "./object-form";
import { ObjectionList } from "./objection-list";

/**
 * The figures of one organisation in one quarter: the same for the committee and for the organisation itself, which may
 * also say that one is not so.
 */
export function OrganisationFigures({ page }: { page: FiguresPage }) {
  return (
    <div id="figures">
      <Box title="学习情况" note={page.quarterName}>
        <Quarter page={page} />
        <Lines page={page} />
      </Box>
      <Charts page={page} />
      {page.objections.length === 0 ? null : (
        <Box title="异议" note={`${page.quarterName}，${page.objections.length}条`}>
          <ObjectionList items={page.objections} withOrganisation={false} answerForm={null} />
        </Box>
      )}
    </div>
  );
}

function Quarter({ page }: { page: FiguresPage }) {
  return (
    <form className="flex flex-wrap items-end gap-3 px-4 py-3" method="get" action={`${page.path}#figures`}>
      <FilterSelect name="quarter" label="季度" value={page.quarter} choices={page.quarters} />
      <button className="btn" type="submit">
        看这个季度
      </button>
    </form>
  );
}

function Lines({ page }: { page: FiguresPage }) {
  return (
    <>
      <table className="tbl cards">
        <caption className="vh">{page.quarterName}的四项数据</caption>
        <thead>
          <tr>
            <th scope="col">数据</th>
            <th scope="col">{page.quarterName}</th>
            <th scope="col">怎么算的</th>
            {page.mayObject ? <th scope="col">异议</th> : null}
          </tr>
        </thead>
        <tbody>
          {page.lines.map(({ figure, label, words, note, isDoubted }) => (
            <tr key={figure}>
              <th scope="row">{label}</th>
              <td className="nb" data-label="本季">
                <b className="font-semibold">{words}</b>
                {isDoubted ? (
                  <State tone="wait" icon={<Icon name="report" />}>
                    有异议，待答复
                  </State>
                ) : null}
              </td>
              <td className="meta whitespace-normal!" data-label="怎么算">
                {note}
              </td>
              {page.mayObject ? (
                <td data-label="异议">
                  {isDoubted ? null : (
                    <ObjectForm
                      organisationId={page.organisationId}
                      quarter={page.quarter}
                      figure={figure}
                      label={label}
                      words={words}
                    />
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="meta px-4 py-3">
        数的是正式党员和预备党员，跟着工作关系走；不足5人不列。不数登录，也不看学了多久。
        {page.mayObject ? "工委看到的就是这些，一项不多。" : "单位自己看到的就是这些，一项不少。"}
      </p>
    </>
  );
}

function Charts({ page: { weeks, topics, quarterName } }: { page: FiguresPage }) {
  return (
    <>
      <ChartBox title="按完成日期看" note={`${quarterName}，按周`} chart={weeks}>
        <LineChart
          caption={`${quarterName}各周到期的学习，已答占应答`}
          words={weeks.words}
          heads={["周", "已答", "人次", "应答"]}
          points={weeks.points}
          isOpen={weeks.isOpen}
        />
      </ChartBox>
      <ChartBox title="按主题看首次答对" note={quarterName} chart={topics}>
        <BarChart
          caption={`${quarterName}各主题首次答对占首次作答，低的在前`}
          words={topics.words}
          heads={["主题", "答对", "题次", "首答"]}
          points={topics.points}
        />
      </ChartBox>
    </>
  );
}
