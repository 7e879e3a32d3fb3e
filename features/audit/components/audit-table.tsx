import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/state";
import type { AuditPage } from "../loaders";
import { ChangeList } from "./history-list";

/** Acts as a dense table or as cards, the way to older ones below. */
export function AuditTable({ page }: { page: AuditPage }) {
  const { lines, filter, next, isNarrow } = page;
  if (lines.length === 0) {
    return isNarrow ? (
      <Empty
        title="没有符合这些条件的记录"
        hint="姓名从姓写起，日期看看有没有写反"
        action={{ href: "/admin/audit", label: "看全部" }}
      />
    ) : (
      <Empty title="还没有记录" hint="有人登记、任命、邀请以后，这里会出现第一条" />
    );
  }
  return (
    <>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">经办人</th>
            <th scope="col">做了什么</th>
            <th scope="col">对象</th>
            <th scope="col">改动</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row" className="nb">
                {line.at}
              </th>
              <td data-label="经办人">{line.actor}</td>
              <td data-label="做了什么">{line.what}</td>
              <td data-label="对象" className="whitespace-normal!">
                {line.href === null ? (
                  line.subject
                ) : (
                  <a className="inline-link" href={line.href}>
                    {line.subject}
                  </a>
                )}
              </td>
              <td data-label="改动" className="whitespace-normal!">
                {line.changes.length === 0 ? "无" : <ChangeList changes={line.changes} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager
        before={filter.before === "" ? null : { href: hrefOf(page, null), label: "回到最新" }}
        after={next === null ? null : { href: hrefOf(page, next), label: "较早的" }}
        here={filter.before === "" ? "最新的50条" : "较早的记录"}
      />
    </>
  );
}

function hrefOf({ filter }: AuditPage, before: string | null): string {
  const chosen = Object.entries({ ...filter, before: before ?? "" }).filter(([, value]) => value !== "");
  return chosen.length === 0 ? "/admin/audit" : `/admin/audit?${new URLSearchParams(chosen).toString()}`;
}
