import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { loadSecurityEvents, type SecurityPage } from "@/features/security-events/loaders";
import { AdminConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "安全记录" };

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export default async function SecurityLogPage({ searchParams }: Props) {
  const { page: wanted } = await searchParams;
  const log = await loadSecurityEvents(typeof wanted === "string" ? wanted : null);
  return (
    <AdminConsole title="安全记录" place="全区" current="/admin/security" who={log.who}>
      <Box title="登录和拒绝登录" note="保存六个月，只有管理员能看，不进任何报表">
        {log.events.length === 0 ? (
          <Empty
            title={log.page === 1 ? "还没有记录" : "这一页没有记录"}
            hint={log.page === 1 ? "有人登录以后，这里会出现第一条" : "更早的已经清除"}
            {...(log.page === 1 ? {} : { action: { href: "/admin/security", label: "回到最新" } })}
          />
        ) : (
          <EventTable events={log.events} />
        )}
        <Pager page={log.page} more={log.more} />
      </Box>
    </AdminConsole>
  );
}

function EventTable({ events }: { events: SecurityPage["events"] }) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">事情</th>
          <th scope="col">谁</th>
          <th scope="col">网络地址</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <th scope="row" className="nb">
              {event.time}
            </th>
            <td data-label="事情">{event.what}</td>
            <td data-label="谁">{event.member}</td>
            <td data-label="网络地址">{event.address}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pager({ page, more }: { page: number; more: boolean }) {
  if (page === 1 && !more) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {page > 1 ? (
        <a className="btn" href={`/admin/security?page=${page - 1}`}>
          较新的
        </a>
      ) : null}
      <span>第{page}页</span>
      {more ? (
        <a className="btn" href={`/admin/security?page=${page + 1}`}>
          较早的
        </a>
      ) : null}
    </nav>
  );
}
