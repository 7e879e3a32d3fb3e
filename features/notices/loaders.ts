import "server-only";
import { gateMember } from "@/features/access/gates/page";
import { currentSession } from "@/features/access/gates/session";
import { findTakenDown } from "@/features/takedowns/queries";
import { now } from "@/lib/clock";
import { markNoticesRead } from "./mutations";
import { countNoticePages, countUnread, listNotices } from "./queries";
import { noticeLines, type NoticeLine } from "./view";

export type Inbox = { lines: NoticeLine[]; page: number; pages: number };

/** 消息, page by page; looking at it marks everything read. */
export async function loadInbox(params: { page?: string }): Promise<Inbox> {
  const { own } = await gateMember("/inbox");
  const pages = await countNoticePages(own);
  const page = Math.min(Math.max(1, Math.trunc(Number(params.page)) || 1), pages);
  const [rows, { documents }] = await Promise.all([listNotices(own, page), findTakenDown()]);
  await markNoticesRead(own.memberId, now());
  return { lines: noticeLines(rows, documents), page, pages };
}

/** How many messages wait for whoever is signed in; none for anybody else. */
export async function loadUnread(): Promise<number> {
  const session = await currentSession();
  return session ? countUnread(session, now()) : 0;
}
