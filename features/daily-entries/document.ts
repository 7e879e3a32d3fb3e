import { Feed } from "feed";
import ical, { ICalEventRepeatingFreq } from "ical-generator";
import { addDays } from "@/domain/calendar/plain-date";
import { formatDay } from "@/domain/calendar/labels";
import { startOfDay } from "@/domain/calendar/shanghai";
import type { Entry } from "@/features/library/types";
import { toHtml } from "@/lib/markdown/html";

/** The newest days a reader of the feed is offered. */
const FEED_DAYS = 30;

type FeedInput = { entries: readonly Entry[]; today: string; publicUrl: string };

/** Links inside a body lead out of the feed to the site. */
const absolute = (html: string, entry: Entry, publicUrl: string): string =>
  html
    .replaceAll('href="#', `href="${publicUrl}/${entry.id}#`)
    .replaceAll('href="/', `href="${publicUrl}/`)
    .replaceAll('src="/', `src="${publicUrl}/`);

/** Atom: the entries of the last thirty days up to today, the newest first. The same input gives the same text. */
export function atomFeed({ entries, today, publicUrl }: FeedInput): string {
  const days = Array.from({ length: FEED_DAYS }, (_, index) => addDays(today, -index));
  const items = days.flatMap((date) => {
    const entry = entries.find(({ monthDay }) => monthDay === date.slice(5));
    return entry ? [{ date, entry }] : [];
  });
  const feed = new Feed({
    id: `${publicUrl}/`,
    title: "党史天天谈，指尖课堂",
    description: "每天一条党史，三分钟以内，都有出处。",
    link: `${publicUrl}/`,
    language: "zh-CN",
    copyright: "CC BY-SA 4.0",
    generator: "zhijian-ketang",
    feedLinks: { atom: `${publicUrl}/feed.xml` },
    updated: startOfDay(items[0]?.date ?? today),
  });
  for (const { date, entry } of items) {
    const { title, summary, sources } = entry.front;
    feed.addItem({
      // An entry comes back every year: each year's is an item of its own.
      id: `${publicUrl}/${entry.id}?year=${date.slice(0, 4)}`,
      link: `${publicUrl}/${entry.id}`,
      title: `${formatDay(date)} ${title}`,
      description: summary,
      content: absolute(
        toHtml(
          entry.markdown,
          sources.map(({ id }) => id),
        ),
        entry,
        publicUrl,
      ),
      date: startOfDay(date),
    });
  }
  return feed.atom1();
}

/** A calendar of all entries: whole days, every year. The same entries give the same text. */
export function dailyCalendar({ entries, today, publicUrl }: FeedInput): string {
  const calendar = ical({
    name: "党史天天谈",
    prodId: { company: "zhijian-ketang", product: "daily", language: "ZH" },
  });
  calendar.description("每天一条党史，三分钟以内，都有出处。").url(`${publicUrl}/daily`);
  const year = Number(today.slice(0, 4));
  for (const entry of entries) {
    // A day that only leap years have begins in one.
    const start = entry.monthDay === "02-29" ? year - (year % 4) : year;
    const date = `${start}-${entry.monthDay}`;
    calendar.createEvent({
      id: `${entry.monthDay}@daily.zhijian-ketang`,
      start: date,
      end: addDays(date, 1),
      stamp: `${date}T00:00:00.000Z`,
      allDay: true,
      floating: true,
      summary: entry.front.title,
      description: entry.front.summary,
      url: `${publicUrl}/${entry.id}`,
      repeating: { freq: ICalEventRepeatingFreq.YEARLY },
    });
  }
  return calendar.toString();
}
