import { Pager } from "@/components/layout/pager";
import { Empty } from "@/components/ui/state";
import type { RegisterPage } from "../loaders";
import { organisationKindLabel } from "../view";

type Row = RegisterPage["rows"][number];

/** Organisations as a dense table or as cards, each with the way to its page. */
export function OrganisationTable({ page }: { page: RegisterPage }) {
  if (page.total === 0) return <NoneFound page={page} />;
  return (
    <>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">组织</th>
            <th scope="col">类型</th>
            <th scope="col">短码</th>
            <th scope="col">工作站</th>
            <th scope="col" className="num">
              党员
            </th>
            <th scope="col">支部</th>
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
              </th>
              <td data-label="类型">{organisationKindLabel(row.kind)}</td>
              <td data-label="短码">{row.shortCode}</td>
              <td data-label="工作站">{row.station}</td>
              <td className="num" data-label="党员">
                {row.members}人
              </td>
              <td data-label="支部" className="whitespace-normal!">
                {branchWords(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager path={page.path} filter={page.filter} page={page.page} pages={page.pages} />
    </>
  );
}

function branchWords({ hosted, hasMembersInBranch }: Row): string {
  const [first = "", ...others] = hosted;
  if (others.length > 0) return `${first}等${hosted.length}个`;
  if (first !== "") return first;
  return hasMembersInBranch ? "党员在联合支部" : "还没有";
}

function NoneFound({ page }: { page: RegisterPage }) {
  if (page.words !== "") {
    return (
      <Empty
        title="没有符合这些条件的组织"
        hint="名称写其中一段就行，也可以写拼音首字母；已关闭的在“状态”里选"
        action={{ href: page.path, label: "看全部" }}
      />
    );
  }
  if (page.stations.length === 0) {
    return (
      <Empty
        title="还没有组织"
        hint="组织登记在工作站里，先建立工作站"
        action={{ href: "/committee/stations", label: "建立工作站" }}
      />
    );
  }
  return (
    <Empty
      title="还没有组织"
      hint="一家一家登记，或者用表格一次导入"
      {...(page.mayCreate ? { action: { href: `${page.path}/new`, label: "登记组织" } } : {})}
    />
  );
}
