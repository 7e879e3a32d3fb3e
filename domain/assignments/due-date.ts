import { formatDay } from "@/domain/calendar/labels";
import { addDays, parsePlainDate, weekdayOf } from "@/domain/calendar/plain-date";
import { addWorkingDays, dayKindOf, nextWorkingDay } from "@/domain/calendar/working-days";

/**
 * The day by which a branch wants something answered. It is never in the past and at most a year ahead; a day off is
 * pointed out and not refused, because a shift works when others rest. Nothing is lost after that day: what is answered
 * later counts as done, it only earns no points.
 *
 * Example: set on Sunday 2026-11-22, three working days later is Wednesday 2026-11-25: 还有3天，下周三前.
 */
const DUE_CHOICES = [3, 5, 10] as const;

const MOST_DAYS_AHEAD = 366;
const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];

export interface DueChoice {
  readonly workingDays: number;
  readonly date: string;
  /** False when a day counted lies in a year whose days off are not known. */
  readonly isKnown: boolean;
}

/** The days that are offered ready-made. */
export function dueChoices(today: string): DueChoice[] {
  return DUE_CHOICES.map((workingDays) => ({ workingDays, ...addWorkingDays(today, workingDays) }));
}

export type CheckedDueDate =
  | {
      readonly ok: true;
      /** In Chinese, when the day is a day off or its year is not known; else null. */
      readonly remark: string | null;
    }
  | { readonly ok: false; readonly detail: string };

/** Never throws. Plain dates sort by time. */
export function checkDueDate(text: string, today: string): CheckedDueDate {
  if (parsePlainDate(text)?.precision !== "day") return { ok: false, detail: "请选择完成日期。" };
  if (text < today) return { ok: false, detail: `${formatDay(text)}已经过去了，请选今天或以后的日子。` };
  if (text > addDays(today, MOST_DAYS_AHEAD)) return { ok: false, detail: "完成日期最远定在一年以内。" };
  return { ok: true, remark: remarkOf(text) };
}

function remarkOf(date: string): string | null {
  const kind = dayKindOf(date);
  const year = `${date.slice(0, 4)}年的放假安排还没有收录，只按周末算`;
  if (kind.isWorking) return kind.isKnown ? null : `${year}。`;
  const next = nextWorkingDay(date);
  const why = `${formatDay(date)}是${kind.name ?? "休息日"}，可以照常派发，也可以改到${formatDay(next.date)}`;
  return next.isKnown ? `${why}。` : `${why}（${year}）。`;
}

/** 周五, 下周三, or 12月3日 when it is further away. Weeks begin on Monday. */
function dayWord(date: string, today: string): string {
  const monday = addDays(today, 1 - weekdayOf(today));
  const name = `周${WEEKDAYS[weekdayOf(date) - 1] ?? ""}`;
  if (date < addDays(monday, 7)) return name;
  return date < addDays(monday, 14) ? `下${name}` : formatDay(date);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** How much time is left, in words that press nobody: 还有3天，周五前 · 今天之内 · 日子过了，随时可以补学. */
export function dueWords(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return `原定${formatDay(dueOn)}，随时可以补学`;
  if (days === 0) return "今天之内";
  return `还有${days}天，${dayWord(dueOn, today)}前`;
}
