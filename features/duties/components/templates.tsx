import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import type { TemplatesPage } from "../loaders/templates";
import { OpenTemplateForm } from "./template-forms";

/** The lists of all years, and how the next one begins. */
export function Templates({ page: { templates, offered } }: { page: TemplatesPage }) {
  return (
    <>
      <Box title="各年的清单" note={templates.length === 0 ? "还没有" : `${templates.length}份`}>
        {templates.length === 0 ? (
          <Empty title="还没有责任清单" hint="工委起草一份，改好以后下发，各家组织就能看到自己的责任" />
        ) : (
          <table className="tbl cards">
            <thead>
              <tr>
                <th scope="col">年份</th>
                <th scope="col">项数</th>
                <th scope="col">状态</th>
              </tr>
            </thead>
            <tbody>
              {templates.map(({ year, lines, stateWords }) => (
                <tr key={year}>
                  <th scope="row">
                    <a className="inline-link" href={`/committee/duties/years/${year}`}>
                      {year}年责任清单
                    </a>
                  </th>
                  <td data-label="项数">{lines}项</td>
                  <td data-label="状态">{stateWords}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Box>
      {offered.length === 0 ? null : (
        <Box title="起草">
          <div className="grid gap-4 px-4 py-4">
            {offered.map((year) => (
              <OpenTemplateForm key={year} year={year} />
            ))}
          </div>
        </Box>
      )}
    </>
  );
}
