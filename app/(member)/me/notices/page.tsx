import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { formatInstant } from "@/domain/calendar/labels";
import { loadNotices } from "@/features/members/loaders";

export const metadata: Metadata = { title: "消息" };

export default async function NoticesPage() {
  const notices = await loadNotices();
  return (
    <PhonePage tab="me" title="消息" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">消息</h1>
      {notices.length === 0 ? (
        <Empty title="还没有消息" hint="密码被重设、报告的错误有了答复，会在这里告诉你" />
      ) : (
        <ul className="card thread mt-4">
          {notices.map((notice) => (
            <li key={notice.id}>
              <p className="from">
                <span>{notice.readAt === null ? "新消息" : "看过"}</span>
                <time dateTime={notice.createdAt.toISOString()}>{formatInstant(notice.createdAt)}</time>
              </p>
              {notice.text}
            </li>
          ))}
        </ul>
      )}
    </PhonePage>
  );
}
