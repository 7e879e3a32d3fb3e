import { formatDay } from "@/domain/calendar/labels";
import { RHYTHM_LABELS, type Rhythm } from "@/domain/duties/rhythm";
import type { LineRow } from "../queries/templates";

/** 每季，季末前5个工作日 or 一次，10月5日以前 */
export function rhythmWords(line: Pick<LineRow, "rhythm" | "onDate" | "daysBefore">): string {
  const { rhythm, onDate, daysBefore } = line;
  const early = daysBefore === 0 ? "" : `，提前${daysBefore}个工作日`;
  if (rhythm === "once") return `${RHYTHM_LABELS.once}，${onDate === null ? "" : formatDay(onDate)}以前${early}`;
  return `${RHYTHM_LABELS[rhythm]}，${END[rhythm]}${early}`;
}

const END: Readonly<Record<Exclude<Rhythm, "once">, string>> = { monthly: "月底", quarterly: "季末", yearly: "年底" };

export const effortWords = (effort: number): string => `约${effort}分钟`;

/** 今年 beside the number, so that nobody takes one year for another. */
export const templateStateWords = (state: string): string => (state === "issued" ? "已下发" : "草稿，还没下发");

/** What a form that edits the line stands on. */
export function lineValues(line: LineRow): Record<string, string> {
  const { title, ask, rhythm, source, onDate, daysBefore, effort } = line;
  return { title, ask, rhythm, source, onDate: onDate ?? "", daysBefore: String(daysBefore), effort: String(effort) };
}

type Numbers = { isLeftOut: boolean; daysBefore: number | null; effort: number | null; reason: string };

export function adaptationValues({ isLeftOut, daysBefore, effort, reason }: Numbers): Record<string, string> {
  return {
    ...{ isLeftOut: isLeftOut ? "1" : "", reason },
    ...{ daysBefore: daysBefore === null ? "" : String(daysBefore), effort: effort === null ? "" : String(effort) },
  };
}

/** 不作要求 or 提前2个工作日、约30分钟; empty when it is as in the template. */
export function adaptationWords({ isLeftOut, daysBefore, effort }: Omit<Numbers, "reason">): string {
  if (isLeftOut) return "不作要求";
  const parts = [
    ...(daysBefore === null ? [] : [`提前${daysBefore}个工作日`]),
    ...(effort === null ? [] : [effortWords(effort)]),
  ];
  return parts.join("、");
}
