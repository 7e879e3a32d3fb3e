import type { ReactNode } from "react";
import { Empty } from "@/components/ui/state";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import { STATE_LABELS } from "@/features/members/view";
import type { PeoplePage, PeopleRow } from "../loaders/list-people";
import { pageHref, standingLabel } from "../view";

/** People as a dense table or as cards, each with the way to their page and the help that may be given at once. */
export function PeopleList({ list, help }: { list: PeoplePage; help: (person: PeopleRow) => ReactNode }) {
  if (list.total === 0) return <NobodyFound list={list} />;
  const inBranch = list.places === null;
  return (
    <>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">身份</th>
            {inBranch ? null : <th scope="col">支部</th>}
            <th scope="col">单位</th>
            <th scope="col">职责</th>
            <th scope="col">账号</th>
            <th scope="col">可以帮他做</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <a className="inline-link" href={`${list.path}/${person.id}`}>
                  {person.name || "没有留下姓名"}
                </a>
              </th>
              <td data-label="身份">{standingLabel(person.standing)}</td>
              {inBranch ? null : <td data-label="支部">{person.branch ?? "还没有支部"}</td>}
              <td data-label="单位">{person.organisation ?? "没有登记"}</td>
              <td data-label="职责">{person.roles.map((role) => ROLE_LABELS[role]).join("、") || "无"}</td>
              <td data-label="账号">{STATE_LABELS[person.state]}</td>
              <td data-label="可以帮他做">{help(person) ?? <span className="meta">看他的页面</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager list={list} />
    </>
  );
}

function NobodyFound({ list }: { list: PeoplePage }) {
  if (list.words === "") {
    return (
      <Empty
        title={list.places === null ? "这个支部还没有党员" : "这里还没有人"}
        {...(list.mayCreate
          ? { hint: "先登记第一个人", action: { href: `${list.path}/new`, label: "登记新人" } }
          : { hint: "工委登记或转入以后，会出现在这里" })}
      />
    );
  }
  return (
    <Empty
      title="没有符合这些条件的人"
      hint="姓名从姓写起，或写拼音首字母；手机号和工号要写完整"
      action={{ href: list.path, label: "看全部" }}
    />
  );
}

function Pager({ list }: { list: PeoplePage }) {
  if (list.pages === 1) return null;
  const { path, filter, page, pages } = list;
  return (
    <nav className="pager" aria-label="翻页">
      {page > 1 ? (
        <a className="btn" href={pageHref(path, filter, page - 1)}>
          上一页
        </a>
      ) : null}
      <span>
        第{page}页，共{pages}页
      </span>
      {page < pages ? (
        <a className="btn" href={pageHref(path, filter, page + 1)}>
          下一页
        </a>
      ) : null}
    </nav>
  );
}
