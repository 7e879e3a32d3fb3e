import { Pager } from "@/components/layout/pager";
import { Empty } from "@/components/ui/state";
import type { ImportPage } from "../loaders/load-import";
import type { StagedRow } from "../types";
import { changesInWords } from "../view";

/** Rows without faults: what they would add or change. */
export function StagedRows({ page }: { page: ImportPage }) {
  const { rows, part, pages, path, show, labels, file } = page;
  if (rows.length === 0) return <Empty title="没有这样的行" />;
  return (
    <>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">名称</th>
            <th scope="col">{show === "new" ? "要写入的" : "变化"}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">第{row.number}行</th>
              <td data-label="名称">
                <NameOf row={row} isMember={file.kind === "members"} show={show} />
              </td>
              <td data-label={show === "new" ? "要写入的" : "变化"} className="whitespace-normal">
                {show === "new" ? valuesOf(row) : changesInWords(row, labels)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager path={path} filter={part} page={part.page} pages={pages} />
    </>
  );
}

function NameOf({ row, isMember, show }: { row: StagedRow; isMember: boolean; show: string }) {
  const duty = row.shown.dutyTitle === undefined ? "" : `，${row.shown.dutyTitle}，${row.shown.dutyPeriod ?? ""}`;
  const name = `${row.shown.name ?? "没有写名称"}${duty}`;
  if (show !== "moves" || row.existingId === null) return name;
  const register = isMember ? "people" : "organisations";
  return (
    <a className="inline-link" href={`/committee/${register}/${row.existingId}`}>
      {name}
    </a>
  );
}

function valuesOf({ shown }: StagedRow): string {
  return Object.entries(shown)
    .filter(([field, text]) => field !== "name" && text !== "")
    .map(([, text]) => text)
    .join("，");
}
