import { percentOf, type Share } from "@/domain/figures/share";
import type { Figures } from "@/domain/figures/tallies";
import type { FigureName } from "../types";

export const TOO_FEW = "不足5人，不列";

/** What each figure is called, and what it counts, as people read it. */
export const FIGURE_LABELS: Readonly<Record<FigureName, string>> = Object.freeze({
  assigned: "派发的学习",
  answered: "已答",
  excused: "说明原因",
  recall: "首次答对",
});

export const FIGURE_NOTES: Readonly<Record<FigureName, string>> = Object.freeze({
  assigned: "支部派给这里的人、完成日期在本季度的课程、天天谈和测验，收回的不算",
  answered: "完成日期在本季度的学习里，已经作答或已线下学习的人次，占应答人次的多少；说明了原因的不算应答",
  excused: "夜班、停产、休假、外派等，由支部登记",
  recall: "同一道题每人只看头一次作答，全对才算对",
});

/** 5,175 */
export function countWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ",");
}

/** 41 / 46人次, or why there is no figure. */
function shareWords(share: Share, unit: string, none: string): string {
  if (share.kind === "few") return TOO_FEW;
  return share.kind === "none" ? none : `${countWords(share.part)} / ${countWords(share.whole)}${unit}`;
}

/** One figure in words: what the committee reads, and what an objection keeps. */
export function figureWords(figure: FigureName, figures: Figures): string {
  switch (figure) {
    case "assigned":
      return `${countWords(figures.assigned)}次`;
    case "answered":
      return shareWords(figures.answered, "人次", figures.assigned === 0 ? "还没有派发" : "没有人要答");
    case "excused":
      return figures.excused === null ? TOO_FEW : `${countWords(figures.excused)}人次`;
    case "recall":
      return shareWords(figures.recall, "题次", "还没有人答过");
  }
}

/** 89%, or an empty text for a share that is not shown. */
export function percentWords(share: Share): string {
  const percent = percentOf(share);
  return percent === null ? "" : `${percent}%`;
}
