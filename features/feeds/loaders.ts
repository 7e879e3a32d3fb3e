import "server-only";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateFeed } from "@/features/access/gates/feed";
import { gateMember } from "@/features/access/gates/page";
import type { OwnScope } from "@/features/access/types";
import { listOwnAssignments } from "@/features/assignments/queries/own-assignments";
import { ownItem } from "@/features/assignments/view";
import { findLibraryDocument } from "@/features/library/queries";
import { listOwnPlaces } from "@/features/projects/queries/claimants";
import { findTakenDown } from "@/features/takedowns/queries";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { claimTitle, dueTitle, personalAtom, personalCalendar, type FeedItem } from "./document";
import { findFeedToken, listDueClaims, listPushed } from "./queries";

const DAYS_BACK = 30;

export type FeedAddresses = { atom: string; calendar: string };

/** The person's private addresses, whole; null without any. */
export async function loadFeedAddresses(): Promise<FeedAddresses | null> {
  const { own } = await gateMember("/me/channels");
  const token = await findFeedToken(own);
  const base = `${env().PUBLIC_URL}/feeds/${token ?? ""}`;
  return token === null ? null : { atom: `${base}/atom.xml`, calendar: `${base}/calendar.ics` };
}

/** What stands under a private address; null when it is nobody's. */
export async function loadPersonalFeed(token: string, form: "atom" | "calendar"): Promise<string | null> {
  const own = await gateFeed(token);
  if (own === null) return null;
  const instant = now();
  const today = businessDateOf(instant);
  const input = { items: await listItems(own, instant), today, publicUrl: env().PUBLIC_URL };
  return form === "atom" ? personalAtom(input) : personalCalendar(input);
}

async function listItems(own: OwnScope, instant: Date): Promise<FeedItem[]> {
  const today = businessDateOf(instant);
  const [pushed, assigned, claims, { documents: down }] = await Promise.all([
    listPushed(own, { from: addDays(today, -DAYS_BACK), today }),
    listOwnAssignments(own, { from: today, today }),
    listOwnPlaces(own, instant).then((places) => listDueClaims(own, { places, today })),
    findTakenDown(),
  ]);
  const pushes = pushed.flatMap(({ day, entryId }): FeedItem[] => {
    const document = down.has(entryId) ? null : findLibraryDocument(entryId);
    if (document === null) return [];
    const { title, summary } = document.front;
    return [{ id: `push-${day}`, day, since: day, title: `党史天天谈：${title}`, summary, path: `/${entryId}` }];
  });
  const due = assigned
    .filter(({ isWithdrawn, outcome }) => !isWithdrawn && outcome.kind === "open")
    .map((row) => ({ row, item: ownItem(row, { today, down }) }))
    .filter(({ item }) => item.available)
    .map(({ row, item }): FeedItem => ({
      ...{ id: `assignment-${row.id}`, day: row.dueOn, since: row.setOn, title: dueTitle(row.title, row.dueOn) },
      ...{ summary: `支部派发的${item.kindName}`, path: item.href },
    }));
  const claimed = claims.map(({ id, title, dueOn, since }): FeedItem => ({
    ...{ id: `claim-${id}`, day: dueOn, since: businessDateOf(since), title: claimTitle(title, dueOn) },
    ...{ summary: "认领的志愿项目", path: "/me/claims" },
  }));
  return [...due, ...claimed, ...pushes];
}
