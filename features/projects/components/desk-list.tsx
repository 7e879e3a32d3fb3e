import { FilterSelect } from "@/components/forms/filter-select";
import { Pager } from "@/components/layout/pager";
import { Empty } from "@/components/ui/state";
import { PROJECT_KIND_LABELS, PROJECT_KINDS } from "@/domain/projects/types";
import type { ProjectDesk } from "../loaders/load-desk";

const SHOWS = [
  { value: "waiting", label: "等审的" },
  { value: "claims", label: "有认领要办的" },
  { value: "open", label: "已发布的" },
  { value: "returned", label: "退回修改的" },
  { value: "confirmed", label: "已办成的" },
  { value: "withdrawn", label: "已撤回的" },
  { value: "all", label: "全部" },
];

/** Which projects are listed, as a plain form. */
export function DeskFilterForm({ desk: { path, filter } }: { desk: ProjectDesk }) {
  return (
    <form className="flex flex-wrap items-end gap-3 px-4 py-3" method="get" action={path} role="search">
      <FilterSelect name="show" label="看哪些" value={filter.show} choices={SHOWS} />
      <FilterSelect
        name="kind"
        label="类型"
        all="全部"
        value={filter.kind}
        choices={PROJECT_KINDS.map((value) => ({ value, label: PROJECT_KIND_LABELS[value] }))}
      />
      <button className="btn" type="submit">
        查看
      </button>
    </form>
  );
}

export function DeskList({ desk: { rows, path, filter, page, pages } }: { desk: ProjectDesk }) {
  if (rows.length === 0) {
    return (
      <Empty
        title="这里没有项目"
        hint="换一类看看，或者申报一个"
        action={{ href: `${path}?show=all`, label: "看全部" }}
      />
    );
  }
  return (
    <>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">类型</th>
            <th scope="col">村社</th>
            <th scope="col">类别</th>
            <th scope="col">进展</th>
            <th scope="col">申报</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a className="inline-link" href={`${path}/${row.id}`}>
                  {row.title}
                </a>
              </th>
              <td data-label="类型">{row.kind}</td>
              <td data-label="村社">{row.area}</td>
              <td data-label="类别">{row.category}</td>
              <td data-label="进展">{row.state}</td>
              <td data-label="申报">{row.at}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager path={path} filter={{ show: filter.show, kind: filter.kind }} page={page} pages={pages} />
    </>
  );
}
