import type { ReactNode } from "react";
import { BarChart } from "@/components/charts/bar-chart";
import { Meter } from "@/components/charts/meter";
import { FilterSelect } from "@/components/forms/filter-select";
import { Box } from "@/components/layout/console-page";
import { Pager } from "@/components/layout/pager";
import { Empty } from "@/components/ui/state";
import type { WeekPage } from "../loaders/week";
import { doneWords, percentDone, type DutyDecision, type Sums } from "../view/progress";
import { DutyState } from "./duty-table";

/** What waits for the committee: how many, a sentence, one verb. */
function Decisions({ decisions }: { decisions: DutyDecision[] }) {
  if (decisions.length === 0)
    return <Empty title="没有等着定的事" hint="报了办结的、过了日子没说原因的，会出现在这里" />;
  return (
    <ol className="decide">
      {decisions.map(({ count, what, hint, verb, href }, index) => (
        <li key={what}>
          <span className="n">{count}</span>
          <div>
            <b>{what}</b>
            <small>{hint}</small>
          </div>
          <a className={index === 0 ? "btn main" : "btn"} href={href}>
            {verb}
          </a>
        </li>
      ))}
    </ol>
  );
}

/** `lists`: what was said to the week's reminder lists, beside the gaps. */
export function Week({ page, lists }: { page: WeekPage; lists: ReactNode }) {
  const { year, decisions, stations, chart, sums } = page;
  return (
    <>
      <div className="desk-top">
        <Box title="今天要定的事" note={decisions.length === 0 ? "没有" : `${decisions.length}件`}>
          <Decisions decisions={decisions} />
        </Box>
        {stations.length < 2 || sums.due === 0 ? null : (
          <Box title="各站办了的份额" note={`${year}年，到今天为止`}>
            <BarChart
              caption={`${year}年各站办了的责任占到期的`}
              words={chart.words}
              heads={["站", "办了", "到期"]}
              points={chart.points}
            />
          </Box>
        )}
      </div>
      <Gaps {...page.gaps} year={year} />
      {lists}
      <Progress page={page} />
    </>
  );
}

/** So many stand on the screen; the others are one tap away. */
const AT_ONCE = 8;

function Gaps({ total, earlier, first, year }: WeekPage["gaps"] & { year: string }) {
  if (total === 0) return null;
  const rest = first.slice(AT_ONCE);
  return (
    <div id="gaps">
      <Box title="没有按日子办的" note={`${total}件，没说原因的在前${earlier > 0 ? `；${earlier}件是以前年份的` : ""}`}>
        <GapTable gaps={first.slice(0, AT_ONCE)} year={year} />
        {rest.length === 0 ? null : (
          <details className="px-4 py-3">
            <summary className="btn plain">再看{rest.length}件</summary>
            <div className="-mx-4 pt-3">
              <GapTable gaps={rest} year={year} />
            </div>
            {total === first.length ? null : (
              <p className="pt-3">
                还有{total - first.length}件，
                <a className="inline-link" href={`/committee/duties?year=${year}&gaps=1#organisations`}>
                  一家一家地看
                </a>
              </p>
            )}
          </details>
        )}
      </Box>
    </div>
  );
}

function GapTable({ gaps, year }: { gaps: WeekPage["gaps"]["first"]; year: string }) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">组织</th>
          <th scope="col">责任</th>
          <th scope="col">哪天以前</th>
          <th scope="col">原因</th>
        </tr>
      </thead>
      <tbody>
        {gaps.map((duty) => (
          <tr key={duty.id}>
            <th scope="row">
              <a
                className="inline-link"
                href={`/committee/duties/organisations/${duty.organisationId}?year=${duty.year}`}
              >
                {duty.organisation}
              </a>
            </th>
            <td data-label="责任">
              <a className="inline-link" href={`/committee/duties/${duty.id}`}>
                {duty.title}，{duty.year === year ? "" : `${duty.year}年`}
                {duty.period}
              </a>
            </td>
            <td className="nb" data-label="哪天以前">
              {duty.due}
            </td>
            <td data-label="原因">
              {duty.why === "" ? <span className="meta">还没有说</span> : <DutyState duty={duty} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ sums }: { sums: Sums }) {
  return (
    <>
      <td className="num" data-label="全年">
        {sums.total}件
      </td>
      <td data-label="到期办了">
        <Meter percent={percentDone(sums)} words={doneWords(sums)} />
      </td>
      <td className="num" data-label="过了日子">
        {sums.overdue === 0 ? "" : `${sums.overdue}件`}
      </td>
      <td className="num" data-label="说了原因">
        {sums.deferred === 0 ? "" : `${sums.deferred}件`}
      </td>
    </>
  );
}

function Head({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" className="num">
          全年
        </th>
        <th scope="col">到期办了</th>
        <th scope="col" className="num">
          过了日子
        </th>
        <th scope="col" className="num">
          说了原因推迟
        </th>
      </tr>
    </thead>
  );
}

function Progress({ page }: { page: WeekPage }) {
  const { year, years, stations, organisations, filter, sums } = page;
  if (sums.total === 0) {
    return (
      <Box title={`${year}年的责任`}>
        <Empty
          title="还没有下发责任清单"
          hint="清单下发以后，这里按站和组织看办得怎样"
          action={{ href: "/committee/duties/years", label: "看责任清单" }}
        />
      </Box>
    );
  }
  return (
    <>
      <Box title="按站看" note={`${year}年`}>
        <table className="tbl cards">
          <Head first="工作站" />
          <tbody>
            {stations.map(({ id, name, organisations: count, sums: own }) => (
              <tr key={id}>
                <th scope="row">
                  <a className="inline-link" href={`/committee/duties?year=${year}&stationId=${id}#organisations`}>
                    {name}
                  </a>
                  <span className="meta">　{count}家</span>
                </th>
                <Cells sums={own} />
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
      <div id="organisations">
        <Box title="按组织看" note={`${organisations.total}家`}>
          <form
            className="grid items-end gap-3 px-4 py-3 sm:grid-cols-5"
            method="get"
            action="/committee/duties"
            role="search"
          >
            <div className="ask">
              <label htmlFor="q">找组织</label>
              <input id="q" name="q" defaultValue={filter.q} maxLength={60} placeholder="名称里的一段" />
            </div>
            <FilterSelect name="year" label="年份" value={year} choices={years} />
            <FilterSelect
              name="stationId"
              label="工作站"
              all="全部"
              value={filter.stationId}
              choices={stations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <label className="check-item">
              <input type="checkbox" name="gaps" value="1" defaultChecked={filter.gaps === "1"} />
              只看有缺的
            </label>
            <p>
              <button className="btn" type="submit">
                查找
              </button>
            </p>
          </form>
          {organisations.lines.length === 0 ? (
            <Empty title="没有符合的组织" action={{ href: "/committee/duties", label: "看全部" }} />
          ) : (
            <table className="tbl cards">
              <Head first="组织" />
              <tbody>
                {organisations.lines.map((line) => (
                  <tr key={line.id}>
                    <th scope="row" className="break-words">
                      <a className="inline-link" href={`/committee/duties/organisations/${line.id}?year=${year}`}>
                        {line.name}
                      </a>
                    </th>
                    <Cells sums={line} />
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <Pager path="/committee/duties" filter={filter} page={organisations.page} pages={organisations.pages} />
        </Box>
      </div>
    </>
  );
}
