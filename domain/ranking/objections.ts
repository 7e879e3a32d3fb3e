import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf, quarterBounds, startOfDay } from "@/domain/calendar/shanghai";
import { addWorkingDays, nextWorkingDay } from "@/domain/calendar/working-days";
import type { HolidayYear } from "@/domain/calendar/holidays";

/**
 * 公示期: what a quarter brought stands for objection for five working days after its last day. It is settled from 00:30
 * of the next working day on, and not while an objection waits for its answer. Of a year whose days off are not known
 * yet only the weekends are left out.
 *
 * Example: 2026Q2 ends on Tuesday 2026-06-30 → objections until 2026-07-07, settled on 2026-07-08.
 */
const OBJECTION_DAYS = 5;
const SETTLING_MINUTES = 30;

export const OBJECTION_RULE = `季末以后公示${OBJECTION_DAYS}个工作日，参加的人可以对自己的积分或榜上的名次提出异议；异议都答复以后再结算，更正记进流水。`;

export interface ObjectionPeriod {
  /** First and last day on which objections are taken, in Asia/Shanghai. */
  readonly from: string;
  readonly until: string;
  readonly settlesOn: string;
  readonly settlesAt: Date;
  /** False while the days off of a day counted are not known. */
  readonly isKnown: boolean;
}

/** Throws a RangeError for text that names no quarter. */
export function objectionPeriod(quarter: string, years?: readonly HolidayYear[]): ObjectionPeriod {
  const from = businessDateOf(quarterBounds(quarter).end);
  const last = addWorkingDays(addDays(from, -1), OBJECTION_DAYS, years);
  const settling = nextWorkingDay(last.date, years);
  const settlesAt = new Date(startOfDay(settling.date).getTime() + SETTLING_MINUTES * 60_000);
  return { from, until: last.date, settlesOn: settling.date, settlesAt, isKnown: last.isKnown && settling.isKnown };
}

export type ObjectionStage = "before" | "taking" | "over";

/** Whether objections are taken on a day of Asia/Shanghai. */
export function objectionStage(period: ObjectionPeriod, today: string): ObjectionStage {
  if (today < period.from) return "before";
  return today <= period.until ? "taking" : "over";
}

/**
 * Why this person may not answer an objection, in Chinese; null when they may. Nobody decides on what they objected to, nor
 * corrects their own points on another's word. `corrected` is whose points the answer is to correct; null for nobody's.
 */
export function answererFault(
  { objectorId, corrected = null }: { objectorId: string; corrected?: string | null },
  actorId: string,
): string | null {
  if (objectorId === actorId) return "这是你自己的异议，要由另一位同志答复。";
  return corrected === actorId ? "要更正的是你自己的积分，要由另一位同志答复。" : null;
}

export type Settling = { readonly may: true } | { readonly may: false; readonly why: "lasts" | "stands" | "waits" };

/** May the quarter be settled now? `lasts`: it is not over; `stands`: for objection; `waits`: for answers. */
export function maySettle(input: { quarter: string; openObjections: number; now: Date }): Settling {
  const { quarter, openObjections, now } = input;
  if (now < quarterBounds(quarter).end) return { may: false, why: "lasts" };
  if (now < objectionPeriod(quarter).settlesAt) return { may: false, why: "stands" };
  return openObjections > 0 ? { may: false, why: "waits" } : { may: true };
}
