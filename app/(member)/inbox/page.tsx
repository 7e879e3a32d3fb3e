import type { Metadata } from "next";
import { Pager } from "@/components/layout/pager";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { InboxList } from "@/features/notices/components/inbox-list";
import { loadInbox } from "@/features/notices/loaders";

export const metadata: Metadata = { title: "消息" };

type Props = { searchParams: Promise<{ page?: string }> };

export default async function InboxPage({ searchParams }: Props) {
  const { lines, page, pages } = await loadInbox(await searchParams);
  return (
    <PhonePage tab="me" title="消息" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">消息</h1>
      {lines.length === 0 ? (
        <Empty
          title="还没有消息"
          hint="每天的党史天天谈、支部的提醒、账号上的事，会在这里告诉你"
          action={{ href: "/me/channels", label: "还想从哪里收到" }}
        />
      ) : (
        <InboxList lines={lines} />
      )}
      <Pager path="/inbox" filter={{}} page={page} pages={pages} />
    </PhonePage>
  );
}
