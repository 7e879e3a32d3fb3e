import { businessDateOf, startOfDay } from "@/domain/calendar/shanghai";
import { db } from "@/lib/db";

export type NoticeRow = {
  id: string;
  kind: string;
  title: string;
  text: string;
  href: string;
  createdAt: Date;
  readAt: Date | null;
};

const FIELDS = {
  ...{ id: true, kind: true, title: true, text: true, href: true, createdAt: true, readAt: true },
} as const;

const PAGE_LENGTH = 20;

/** One page of a person's inbox, the newest first. */
export async function listNotices(own: { memberId: string }, page = 1): Promise<NoticeRow[]> {
  return db().notice.findMany({
    where: { memberId: own.memberId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE_LENGTH,
    take: PAGE_LENGTH,
    select: FIELDS,
  });
}

/** How many pages the inbox has, at least one. */
export async function countNoticePages(own: { memberId: string }): Promise<number> {
  return Math.max(1, Math.ceil((await db().notice.count({ where: { memberId: own.memberId } })) / PAGE_LENGTH));
}

/** What has not been looked at. An entry of an earlier day asks for nothing any more. */
export function countUnread(own: { memberId: string }, now: Date): Promise<number> {
  const today = startOfDay(businessDateOf(now));
  return db().notice.count({
    where: {
      ...{ memberId: own.memberId, readAt: null },
      OR: [{ kind: { not: "push" } }, { createdAt: { gte: today } }],
    },
  });
}
