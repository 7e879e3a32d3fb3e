import { Pager } from "@/components/layout/pager";
import { Empty, State } from "@/components/ui/state";
import type { BranchesPage } from "../loaders";
import { branchKindLabel } from "../view";

/** Branches as a dense table or as cards, each with the way to its page. */
export function BranchTable({ page }: { page: BranchesPage }) {
  if (page.total === 0) return <NoneFound page={page} />;
  return (
    <>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">支部</th>
            <th scope="col">组建方式</th>
            <th scope="col">设在</th>
            <th scope="col">工作站</th>
            <th scope="col" className="num">
              党员
            </th>
            <th scope="col">书记</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="break-words">
                <a className="inline-link" href={`${page.path}/${row.id}`}>
                  {row.name}
                </a>
                {row.state === "closed" ? <span className="meta">（已关闭）</span> : null}
                {row.applications === 0 ? null : <State tone="wait">{row.applications}份加入申请等确认</State>}
              </th>
              <td data-label="组建方式">{branchKindLabel(row.kind)}</td>
              <td data-label="设在">{row.hostOrganisation?.name ?? "不设在某一家"}</td>
              <td data-label="工作站">{row.station.name}</td>
              <td className="num" data-label="党员">
                {row.members}人
              </td>
              <td data-label="书记" className="whitespace-normal!">
                {row.secretaries.join("、") || "还没有"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager path={page.path} filter={page.filter} page={page.page} pages={page.pages} />
    </>
  );
}

function NoneFound({ page }: { page: BranchesPage }) {
  if (page.words !== "") {
    return (
      <Empty
        title="没有符合这些条件的支部"
        hint="名称写其中一段就行，也可以写拼音首字母；已关闭的在“状态”里选"
        action={{ href: page.path, label: "看全部" }}
      />
    );
  }
  if (page.stations.length === 0) {
    return (
      <Empty
        title="还没有支部"
        hint="支部属于一个工作站，先建立工作站"
        action={{ href: "/committee/stations", label: "建立工作站" }}
      />
    );
  }
  return (
    <Empty
      title="还没有支部"
      hint="在一家组织里单独组建，或者由几家联合组建"
      {...(page.mayCreate ? { action: { href: `${page.path}/new`, label: "建立支部" } } : {})}
    />
  );
}
