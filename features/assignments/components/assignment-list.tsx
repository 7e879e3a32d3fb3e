import { Empty } from "@/components/ui/state";
import type { BranchAssignmentsPage } from "../loaders";
import type { AssignmentView } from "../queries/branch-assignments";
import { othersText, type AssignmentCard } from "../view";

const VIEWS: Readonly<Record<AssignmentView, { label: string; empty: string; hint: string }>> = {
  current: {
    label: "进行中",
    empty: "现在没有派发的学习",
    hint: "选一课、一篇天天谈或一份测验，定一个日子，派给全支部或几个人",
  },
  past: { label: "已到日子", empty: "还没有到日子的派发", hint: "到了日子的会列在这里，之后补学也算学完" },
  withdrawn: { label: "已撤回", empty: "没有撤回过派发", hint: "撤回的会列在这里，已经学完的照样算" },
};

export function AssignmentTabs({ view }: { view: AssignmentView }) {
  return (
    <nav className="subtabs" aria-label="哪些派发">
      {Object.entries(VIEWS).map(([key, { label }]) => (
        <a key={key} href={`/branch/assignments?view=${key}`} aria-current={key === view ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

/** Assignments with how many have done them; never who was first. */
export function AssignmentList({ view, cards, page, pages }: BranchAssignmentsPage) {
  if (cards.length === 0) {
    const { empty, hint } = VIEWS[view];
    return <Empty title={empty} hint={hint} action={{ href: "/branch/assignments/new", label: "派发学习" }} />;
  }
  return (
    <>
      <AssignmentTable cards={cards} />
      {pages > 1 ? (
        <nav className="pager" aria-label="翻页">
          {page > 1 ? (
            <a className="btn" href={`/branch/assignments?view=${view}&page=${page - 1}`}>
              上一页
            </a>
          ) : null}
          <span>
            第{page}页，共{pages}页
          </span>
          {page < pages ? (
            <a className="btn" href={`/branch/assignments?view=${view}&page=${page + 1}`}>
              下一页
            </a>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}

export function AssignmentTable({ cards }: { cards: readonly AssignmentCard[] }) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">学什么</th>
          <th scope="col">派给</th>
          <th scope="col">完成日期</th>
          <th scope="col">学完</th>
          <th scope="col">免学</th>
        </tr>
      </thead>
      <tbody>
        {cards.map(({ id, what, title, whom, due, count }) => (
          <tr key={id}>
            <th scope="row">
              <a className="inline-link" href={`/branch/assignments/${id}`}>
                {title}
              </a>
              <span className="meta">　{what}</span>
            </th>
            <td data-label="派给">{whom}</td>
            <td data-label="完成日期">{due}</td>
            <td data-label="学完">
              <span>
                <span className="nb">
                  {count.done} / {count.expected}人
                </span>
                {count.offline > 0 ? <span className="meta block">其中线下{count.offline}人</span> : null}
                {othersText(count) ? <span className="meta block">{othersText(count)}</span> : null}
              </span>
            </td>
            <td data-label="免学">{count.excused > 0 ? `${count.excused}人` : "无"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
