import { formatDay } from "@/domain/calendar/labels";
import { addDays, parsePlainDate } from "@/domain/calendar/plain-date";
import { addWorkingDays, dayKindOf, nextWorkingDay } from "@/domain/calendar/working-days";

/**
 * What can be done about a duty, and when: an open one is reported or put off, a reported one is taken back, confirmed or
 * given back, and a confirmed one is over. Nobody confirms what they reported themselves.
 *
 * Example: a duty due on 7月24日 that is put off because of 检修 is due on a later working day, as every duty is,
 * and the reason stands beside it.
 */
type DutyState = "open" | "done" | "confirmed" | "dropped";
export type DutyAct = "report" | "defer" | "take-back" | "confirm" | "return";

const ACTS: Readonly<Record<DutyState, readonly DutyAct[]>> = Object.freeze({
  open: ["report", "defer"],
  done: ["take-back", "confirm", "return"],
  confirmed: [],
  dropped: [],
});

const BY_ANOTHER: readonly DutyAct[] = ["confirm", "return"];

interface ActedOn {
  readonly state: string;
  /** Who reported it; null while it is open, and for what the system recorded. */
  readonly doneById: string | null;
}

export function canAct(act: DutyAct, { state, doneById }: ActedOn, actorId: string): boolean {
  const acts = state in ACTS ? ACTS[state as DutyState] : [];
  if (BY_ANOTHER.includes(act) && doneById === actorId) return false;
  // What the system recorded would only be recorded again.
  if (act === "take-back" && doneById === null) return false;
  return acts.includes(act);
}

export const MANNERS = ["reported", "offline"] as const;
export type Manner = (typeof MANNERS)[number];
export const MANNER_LABELS = { reported: "办了", offline: "已线下完成", study: "派发的学习" } as const;

export const DEFERRALS = ["shutdown", "night-shift", "overhaul", "offline", "other"] as const;
export type Deferral = (typeof DEFERRALS)[number];
export const DEFERRAL_LABELS: Readonly<Record<Deferral, string>> = Object.freeze({
  shutdown: "停产",
  "night-shift": "夜班",
  overhaul: "检修",
  offline: "已线下完成，材料后补",
  other: "其他",
});

/** So far it can be put off at once; afterwards it can be put off again. */
const MOST_DAYS = 92;

export interface DeferralFault {
  readonly field: "until" | "note";
  readonly detail: string;
}

const PROPOSED_DAYS = 5;

/**
 * To which working day a duty can be put off first, today included, and the one that is proposed, which counts from the
 * later of today and the day it has. Five days after a Monday may be a worked Saturday, on which it is due already.
 */
export function deferralDays({ dueOn, today }: { dueOn: string; today: string }): { first: string; proposed: string } {
  const after = dueOn > today ? dueOn : today;
  const before = dueOn < today ? addDays(today, -1) : dueOn;
  return { first: nextWorkingDay(before).date, proposed: addWorkingDays(after, PROPOSED_DAYS).date };
}

/** The first thing that is wrong with putting a duty off until that day; null when nothing is. Plain dates sort by time. */
export function deferralFault(
  { until, reason, note }: { until: string; reason: Deferral; note: string },
  { dueOn, today }: { dueOn: string; today: string },
): DeferralFault | null {
  if (parsePlainDate(until)?.precision !== "day") return { field: "until", detail: "请选择推迟到哪一天。" };
  if (until < today) return { field: "until", detail: `${formatDay(until)}已经过去了，请选今天或以后的日子。` };
  if (until <= dueOn) return { field: "until", detail: `现在的日子是${formatDay(dueOn)}，请选比它晚的。` };
  if (until > addDays(today, MOST_DAYS)) return { field: "until", detail: "一次最多推迟三个月，到时候还可以再推迟。" };
  const { isWorking, name } = dayKindOf(until);
  if (!isWorking) {
    const next = formatDay(nextWorkingDay(until).date);
    return { field: "until", detail: `${formatDay(until)}是${name ?? "休息日"}，请选工作日，往后最近的是${next}。` };
  }
  return reason === "other" && note === "" ? { field: "note", detail: "选了“其他”，请写明原因。" } : null;
}

/** An address that is shown as a link: of a page, nothing that a browser would run. */
export function isPageAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"']+$/u.test(text);
}
