import { formatInstant } from "@/domain/calendar/labels";
import type { NoticeRow } from "./queries";

/** One line of the inbox. */
export type NoticeLine = {
  id: string;
  isNew: boolean;
  at: string;
  instant: string;
  title: string;
  text: string;
  /** Empty when there is nothing to open. */
  href: string;
};

/** The inbox as its page shows it. An entry that was taken down leaves it, like every other place. */
export function noticeLines(rows: readonly NoticeRow[], down: ReadonlySet<string>): NoticeLine[] {
  return rows
    .filter(({ kind, href }) => kind !== "push" || !down.has(href.slice(1)))
    .map(({ id, title, text, href, createdAt, readAt }) => ({
      ...{ id, title, text, href, isNew: readAt === null },
      ...{ at: formatInstant(createdAt), instant: createdAt.toISOString() },
    }));
}
