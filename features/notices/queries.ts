import { db } from "@/lib/db";

export type NoticeRow = { id: string; text: string; createdAt: Date; readAt: Date | null };

/** The newest notices of one person. */
export function listNotices(own: { memberId: string }): Promise<NoticeRow[]> {
  return db().notice.findMany({
    where: { memberId: own.memberId },
    orderBy: { createdAt: "desc" },
    take: 20,
    select: { id: true, text: true, createdAt: true, readAt: true },
  });
}
