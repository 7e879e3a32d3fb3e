import { FilterSelect } from "@/components/forms/filter-select";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import type { OrganisationYearPage } from "../loaders/organisation-year";
import { rhythmWords } from "../view/words";
import { AdaptForm } from "./adapt-form";
import { DutyTable } from "./duty-table";

/** One organisation's year: what is asked of it, and what is different for it. */
export function OrganisationYear({ page }: { page: OrganisationYearPage }) {
  const { year, years, duties, isIssued, lines } = page;
  return (
    <>
      <Box title={`${year}年的责任`} note={duties.length === 0 ? "还没有" : `${duties.length}件`}>
        {duties.length === 0 ? null : (
          <p className="px-4 py-3">
            <a className="btn" href={`${page.path}/sheet?year=${year}`} download>
              导出这一年xlsx
            </a>
          </p>
        )}
        {years.length > 1 ? (
          <form className="flex flex-wrap items-end gap-3 px-4 py-3" method="get">
            <FilterSelect name="year" label="年份" value={year} choices={years} />
            <button className="btn" type="submit">
              看这一年
            </button>
          </form>
        ) : null}
        {duties.length > 0 ? (
          <DutyTable duties={duties} hrefOf={(duty) => `/committee/duties/${duty}`} />
        ) : (
          <NoDuties isIssued={isIssued} />
        )}
      </Box>
      {lines.length === 0 ? null : (
        <Box title="这家和清单不一样的地方" note={`${year}年`}>
          <Lines page={page} />
        </Box>
      )}
    </>
  );
}

function NoDuties({ isIssued }: { isIssued: boolean }) {
  return (
    <Empty
      title="这家今年还没有责任"
      hint={isIssued ? "清单里的几项日子都过了，或这家都不作要求" : "工委下发责任清单以后，这里按日子列出来"}
      action={{ href: "/committee/duties/years", label: "看责任清单" }}
    />
  );
}

function Lines({ page: { id, lines, mayAdapt } }: { page: OrganisationYearPage }) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">清单里的一项</th>
          <th scope="col">清单怎么要求</th>
          <th scope="col">这家</th>
          <th scope="col">原因</th>
          {mayAdapt ? <th scope="col">调整</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, version, words, reason, values }) => (
          <tr key={line.id}>
            <th scope="row">{line.title}</th>
            <td data-label="清单">{rhythmWords(line)}</td>
            <td data-label="这家">{words === "" ? "和清单一样" : words}</td>
            <td className="break-words" data-label="原因">
              {reason}
            </td>
            {mayAdapt ? (
              <td data-label="调整">
                <details>
                  <summary className="btn" aria-label={`调整${line.title}`}>
                    调整
                  </summary>
                  <div className="mt-3 min-w-64 max-w-md whitespace-normal">
                    <AdaptForm organisationId={id} line={line} version={version} values={values} />
                  </div>
                </details>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
