/**
 * What is said about a contest's time and its lists.
 *
 * The rule: a window runs from the opening (inclusive) to the end (exclusive); after it results are worked out, and only
 * then is anything shown but numbers of people. How far away something is is said in words, days by the calendar of
 * Shanghai; nothing ticks.
 *
 * Example: on 1 December at 10:00, an opening on 4 December reads 还有3天, one at 18:00 reads 今天18:00.
 */
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf, startOfDay, timeOf } from "@/domain/calendar/shanghai";
import { formatInstant } from "@/domain/calendar/labels";

export type ContestPhase = "upcoming" | "open" | "counting" | "ended";

type Window = { readonly opensAt: Date; readonly closesAt: Date; readonly settledAt: Date | null };

export function contestPhase({ opensAt, closesAt, settledAt }: Window, now: Date): ContestPhase {
  if (settledAt !== null) return "ended";
  if (now < opensAt) return "upcoming";
  return now < closesAt ? "open" : "counting";
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK = 7;

/** How far away an instant is, in words; one that has passed is 马上. */
export function awayWords(at: Date, now: Date): string {
  const left = at.getTime() - now.getTime();
  if (left <= 0) return "马上";
  if (left < HOUR_MS) return `还有${Math.ceil(left / MINUTE_MS)}分钟`;
  const [today, day] = [businessDateOf(now), businessDateOf(at)];
  // Midnight at the end of today is today's 24:00 for people.
  if (day === today) return `今天${timeOf(at)}`;
  if (at.getTime() === startOfDay(addDays(today, 1)).getTime()) return "今天24:00";
  if (day === addDays(today, 1)) return `明天${timeOf(at)}`;
  const days = Math.round((startOfDay(day).getTime() - startOfDay(today).getTime()) / DAY_MS);
  return days <= WEEK ? `还有${String(days)}天` : formatInstant(at);
}

export const CONTEST_RULES: readonly string[] = [
  "点了报名才算参加，随时可以退出；不参加不影响学习，也不进任何考核。",
  "答完的几次里取最好的一次；同分同名次，不比快慢。",
  "榜单只列报名参加且得分的人，列到第20名；同分并列，要列都列，要不列都不列，总数不超过50行。其余的人只看到自己的名次。",
  "支部按参加者最好成绩的平均分排，保留两位小数，多余部分舍去；只算自己报名并交了卷的人。不足五人的合并到所在工作站，合并后仍不足五人的合并到全区，还不足五人的不列出。",
  "参加并交卷记5分积分，成绩另记最多15分（最好成绩的百分比×15÷100，舍去零头），每场只记一次；成绩分在结束以后记。",
];
