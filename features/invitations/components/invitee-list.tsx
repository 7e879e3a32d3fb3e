import { Empty } from "@/components/ui/state";
import { Pager } from "@/components/ui/pager";
import type { InviteesPage } from "../loaders/load-invitees";
import { inviteesHref } from "../view";

/** Those chosen, fifty a page. */
export function InviteeList({ list }: { list: InviteesPage }) {
  const { rows, filter, path, pages, count } = list;
  if (rows.length === 0) {
    return (
      <Empty
        title={count.all === 0 ? "没有等着邀请的人" : "这样选，一个人也没有"}
        hint={count.all === 0 ? "登记在册的人都登录过了，或者这里还没有登记人" : "换一个范围，或者看全部"}
        {...(count.all === 0 ? {} : { action: { href: path, label: "看全部" } })}
      />
    );
  }
  const link = (page: number, label: string) => ({ href: inviteesHref(path, filter, page), label });
  return (
    <>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">支部</th>
            <th scope="col">登录名</th>
            <th scope="col">邀请链接</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name || "没有留下姓名"}</th>
              <td data-label="支部">{row.place}</td>
              <td data-label="登录名">{row.login}</td>
              <td data-label="邀请链接">{row.mayInvite ? row.link : "不由你办理，不会发"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager
        before={filter.page > 1 ? link(filter.page - 1, "上一页") : null}
        after={filter.page < pages ? link(filter.page + 1, "下一页") : null}
        here={`第${filter.page}页，共${pages}页`}
      />
    </>
  );
}

/** How many have not come in, and how many of them hold a link. */
export function inviteesNote({ count }: InviteesPage): string {
  if (count.all === 0) return "没有";
  return `${count.all}人还没登录过，其中${count.withLink}人手里有有效链接`;
}
