import { SOURCE_WORDS } from "@/domain/duties/lines-sheet";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import type { TemplatePage } from "../loaders/templates";
import type { LineRow } from "../queries/templates";
import { effortWords, lineValues, rhythmWords } from "../view/words";
import { AddLineForm, EditLineForm, LineStateForm } from "./line-forms";
import { LinesUpload } from "./lines-upload";
import { IssueForm } from "./template-forms";

/** The template of one year: whether it is issued, its lines, and for the zone's committee the forms. */
export function TemplateBody({ page }: { page: TemplatePage }) {
  const { year, version, isIssued, lines, removed, mayDraw } = page;
  return (
    <>
      <Box title={`${year}年责任清单`} note={page.stateWords}>
        {mayDraw ? (
          <div className="px-4 py-3">
            <IssueForm year={year} version={version} isIssued={isIssued} />
            {isIssued ? <p className="meta">已经下发。改了下面的一项，还没有开始的责任跟着变。</p> : null}
          </div>
        ) : null}
        {lines.length === 0 ? (
          <Empty title="清单里还没有一项" hint="加一项：叫什么、做什么、多久一次" />
        ) : (
          <Lines lines={lines} mayDraw={mayDraw} />
        )}
      </Box>
      {mayDraw ? (
        <Box title="加一项">
          <div className="px-4 py-4">
            <AddLineForm year={year} />
          </div>
        </Box>
      ) : null}
      {mayDraw ? (
        <Box title="用表格改" note="导出，改好，再传上来">
          <div className="px-4 py-4">
            <LinesUpload year={year} />
          </div>
        </Box>
      ) : null}
      {removed.length === 0 ? null : (
        <Box title="去掉的" note={`${removed.length}项`}>
          <Lines lines={removed} mayDraw={mayDraw} />
        </Box>
      )}
    </>
  );
}

function Lines({ lines, mayDraw }: { lines: LineRow[]; mayDraw: boolean }) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">责任</th>
          <th scope="col">多久一次</th>
          <th scope="col">大约</th>
          <th scope="col">凭什么算办了</th>
          {mayDraw ? <th scope="col">修改</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <b className="font-semibold">{line.title}</b>
              <span className="meta block">{line.ask}</span>
            </th>
            <td data-label="多久一次">{rhythmWords(line)}</td>
            <td className="nb" data-label="大约">
              {effortWords(line.effort)}
            </td>
            <td data-label="凭什么">{SOURCE_WORDS[line.source]}</td>
            {mayDraw ? (
              <td data-label="修改">
                <LineActs line={line} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LineActs({ line }: { line: LineRow }) {
  const isActive = line.state === "active";
  return (
    <details>
      <summary className="btn" aria-label={`${isActive ? "修改" : "恢复"}${line.title}`}>
        {isActive ? "修改" : "恢复"}
      </summary>
      <div className="mt-3 grid min-w-64 max-w-md gap-4 whitespace-normal">
        {isActive ? <EditLineForm line={line} values={lineValues(line)} /> : null}
        <LineStateForm line={line} state={isActive ? "removed" : "active"} />
      </div>
    </details>
  );
}
