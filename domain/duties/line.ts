import { isDayOf, type Rhythm } from "./rhythm";

/**
 * One line of a year's template as somebody writes it, and the lines that a year without a model begins with.
 *
 * Example: a line that is asked once without a day is refused at the field of the day.
 */
export const SOURCES = ["reported", "study"] as const;
/** `study`: shown by the learning that the branch set in the period. */
export type Source = (typeof SOURCES)[number];

export interface LineText {
  readonly title: string;
  readonly ask: string;
  readonly rhythm: Rhythm;
  /** Empty unless it is asked once. */
  readonly onDate: string;
  readonly daysBefore: number;
  readonly effort: number;
  readonly source: Source;
}

/** More would lie before the period has begun. */
const MOST_DAYS_BEFORE: Readonly<Record<Rhythm, number>> = Object.freeze({
  monthly: 15,
  quarterly: 40,
  yearly: 120,
  once: 60,
});
export const MOST_EFFORT = 600;
/** So many lines of one year are more than anybody reads. */
export const MOST_LINES = 40;

export interface LineFault {
  readonly field: "onDate" | "daysBefore" | "source" | "rhythm";
  readonly detail: string;
}

/** The first thing that is wrong with a line for that year; null when nothing is. */
export function lineFault(line: LineText, year: string): LineFault | null {
  if (line.rhythm === "once" && !isDayOf(year, line.onDate)) {
    return { field: "onDate", detail: `只办一次的，请写明${year}年里的哪一天以前。` };
  }
  if (line.daysBefore > MOST_DAYS_BEFORE[line.rhythm]) {
    const most = MOST_DAYS_BEFORE[line.rhythm];
    return { field: "daysBefore", detail: `这样的周期最多提前${most}个工作日。` };
  }
  if (line.source === "study" && line.rhythm === "once") {
    return { field: "source", detail: "派发学习按月、按季或按年算，不能是只办一次。" };
  }
  return null;
}

/** How many working days before the end an organisation's own number may be. */
export function daysBeforeFault(daysBefore: number | null, rhythm: Rhythm): string | null {
  const most = MOST_DAYS_BEFORE[rhythm];
  return daysBefore !== null && daysBefore > most ? `这一项最多提前${most}个工作日。` : null;
}

const reported = { onDate: "", source: "reported" } as const;

export const FIRST_LINES: readonly LineText[] = Object.freeze([
  {
    ...{ title: "每月学习", ask: "给支部派发一课、一篇天天谈或一份测验，大家在当月答完", rhythm: "monthly" },
    ...{ onDate: "", daysBefore: 3, effort: 20, source: "study" },
  },
  {
    ...{ title: "书记讲坛", ask: "书记给党员讲一课，讲本单位的人和事，写明讲了什么", rhythm: "quarterly" },
    ...{ ...reported, daysBefore: 5, effort: 60 },
  },
  {
    ...{ title: "初心课堂", ask: "组织一次初心课堂，可以和班前会、主题党日一起办", rhythm: "quarterly" },
    ...{ ...reported, daysBefore: 5, effort: 60 },
  },
  {
    ...{ title: "谈心谈话", ask: "和党员谈心，只写谈了几人，不写谈的内容", rhythm: "quarterly" },
    ...{ ...reported, daysBefore: 5, effort: 60 },
  },
  {
    ...{ title: "外出轮训", ask: "安排党员参加一次外出轮训，写明去了哪里、学了什么", rhythm: "yearly" },
    ...{ ...reported, daysBefore: 10, effort: 240 },
  },
]);
