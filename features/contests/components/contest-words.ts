import { awayWords } from "@/domain/contests/results";
import { formatInstant } from "@/domain/calendar/labels";
import { PROPOSAL_STATE_LABELS, type ProposalState } from "@/domain/quizzes/proposal";
import type { ContestItem } from "../schema";

const MINUTE = 60;
const HUNDREDTHS = 100;

export const scoreWords = (hundredths: number): string => String(hundredths / HUNDREDTHS);

function limitWords(seconds: number): string {
  const rest = seconds % MINUTE;
  return `${String(Math.floor(seconds / MINUTE))}分钟${rest > 0 ? `${String(rest)}秒` : ""}`;
}

/** 20题，满分100分，限时20分钟，按下开始就计时，可以答2次，取最好的一次 */
export function rulesOf({ questions, maxScore, limitSeconds, maxAttempts }: ContestItem): string {
  const times = maxAttempts === 1 ? "只能答一次" : `可以答${String(maxAttempts)}次，取最好的一次`;
  return [
    `${String(questions)}题`,
    `满分${scoreWords(maxScore)}分`,
    `限时${limitWords(limitSeconds)}`,
    "按下开始就计时",
    times,
  ].join("，");
}

/** How far away the opening or the end is, in words. */
export function whenWords({ phase, opensAt, closesAt }: ContestItem, now: Date): string {
  switch (phase) {
    case "upcoming":
      return `${awayWords(new Date(opensAt), now)}开始`;
    case "open":
      return `${awayWords(new Date(closesAt), now)}结束`;
    case "counting":
      return "已经结束，正在算成绩，一两分钟就好";
    case "ended":
      return `${formatInstant(new Date(closesAt))}结束，有结果了`;
  }
}

/** One's own state in a few words. */
export function ownWords({ own, phase }: ContestItem): string {
  if (!own.registered) return own.attempts > 0 ? "已退出" : phase === "ended" ? "没有参加" : "没有报名";
  const best = own.bestScore === null ? "" : `，最好${scoreWords(own.bestScore)}分`;
  if (own.openAttemptId !== null) return `正在答第${String(own.attempts)}次${best}`;
  return own.attempts === 0 ? "报了名" : `答过${String(own.attempts)}次${best}`;
}

/** How far a contest has come, for the committee. */
export function contestStage({ state, settledAt }: { state: ProposalState; settledAt: Date | null }): string {
  return settledAt === null ? PROPOSAL_STATE_LABELS[state] : "有结果了";
}
