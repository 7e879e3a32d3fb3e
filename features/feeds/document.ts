import { Feed } from "feed";
import ical from "ical-generator";
import { addDays } from "@/domain/calendar/plain-date";
import { formatDay } from "@/domain/calendar/labels";
import { startOfDay } from "@/domain/calendar/shanghai";

/** An entry that was pushed, study or a volunteer project that is due: nothing about the person. */
export type FeedItem = {
  id: string;
  /** The day it was pushed or is due. */
  day: string;
  /** The day from which it is known. */
  since: string;
  title: string;
  summary: string;
  path: string;
};

type FeedInput = { items: readonly FeedItem[]; today: string; publicUrl: string };

const TITLE = "指尖课堂，给我的";
const ABOUT = "推送过的党史天天谈，支部派发的学习、认领的志愿项目和它们的日子。这个地址只属于你，不要转给别人。";

/** Atom, the newest first. The same items give the same text. */
export function personalAtom({ items, today, publicUrl }: FeedInput): string {
  const newest = [...items].sort((one, other) => (one.since < other.since ? 1 : -1));
  const feed = new Feed({
    ...{
      id: `${publicUrl}/me/assignments`,
      title: TITLE,
      description: ABOUT,
      link: `${publicUrl}/`,
      language: "zh-CN",
    },
    ...{ copyright: "", generator: "zhijian-ketang", updated: startOfDay(newest[0]?.since ?? today) },
  });
  for (const { id, since, title, summary, path } of newest) {
    const link = `${publicUrl}${path}`;
    feed.addItem({ id: `${publicUrl}/feeds#${id}`, link, title, description: summary, date: startOfDay(since) });
  }
  return feed.atom1();
}

/** iCalendar: whole days. The same items give the same text. */
export function personalCalendar({ items, publicUrl }: FeedInput): string {
  const calendar = ical({ name: TITLE, prodId: { company: "zhijian-ketang", product: "own", language: "ZH" } });
  calendar.description(ABOUT);
  for (const { id, day, since, title, summary, path } of items) {
    calendar.createEvent({
      ...{ id: `${id}@own.zhijian-ketang`, start: day, end: addDays(day, 1), stamp: `${since}T00:00:00.000Z` },
      ...{ allDay: true, floating: true, summary: title, description: summary, url: `${publicUrl}${path}` },
    });
  }
  return calendar.toString();
}

/** 还要学 … ，11月27日以前. */
export const dueTitle = (title: string, dueOn: string): string => `${formatDay(dueOn)}以前学完：${title}`;

/** 11月27日以前办好：… */
export const claimTitle = (title: string, dueOn: string): string => `${formatDay(dueOn)}以前办好：${title}`;
