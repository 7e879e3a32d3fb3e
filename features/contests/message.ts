import { formatInstant } from "@/domain/calendar/labels";

type Contest = { id: string; title: string; closesAt: Date };
type ContestMessage = { key: string; title: string; body: string; href: string };

/** To those who had registered, when the window opens. */
export function openingMessage({ id, title, closesAt }: Contest): ContestMessage {
  return {
    key: `contest-open:${id}`,
    title: `知识竞赛“${title}”开始了`,
    body: `你报了名，到${formatInstant(closesAt)}都可以答。不想参加了，在竞赛的页面退出。`,
    href: `/contests/${id}`,
  };
}

/** To those who had registered, when it is taken back: its own page is gone. */
export function withdrawalMessage({ id, title }: Contest): ContestMessage {
  return {
    key: `contest-withdrawn:${id}`,
    title: `知识竞赛“${title}”收回了，不办了`,
    body: "你报过名，不用再准备，也不影响积分。有新的竞赛，要重新报名。",
    href: "/contests",
  };
}
