import { formatInstant } from "@/domain/calendar/labels";
import type { QuizItem } from "../schema";

const MINUTE = 60;
const HUNDREDTHS = 100;

const points = (hundredths: number): string => String(hundredths / HUNDREDTHS);

/** 20题，满分100分，60%通过，限时20分钟，按下开始就计时，7月31日 18:00截止，可以答3次，取最好的一次 */
export function rulesOf(quiz: QuizItem): string {
  const { questions, maxScore, passPercent, limitSeconds, closesAt, maxAttempts } = quiz;
  const rules = [
    `${questions}题`,
    `满分${points(maxScore)}分`,
    `${passPercent}%通过`,
    limitSeconds === null ? "不限时间" : `限时${limitOf(limitSeconds)}，按下开始就计时`,
    closesAt === null ? null : `${formatInstant(new Date(closesAt))}截止`,
    maxAttempts === 1
      ? "只能答一次"
      : `${maxAttempts === null ? "答几次都可以" : `可以答${maxAttempts}次`}，取最好的一次`,
  ];
  return rules.filter(Boolean).join("，");
}

function limitOf(seconds: number): string {
  const rest = seconds % MINUTE;
  return `${Math.floor(seconds / MINUTE)}分钟${rest > 0 ? `${rest}秒` : ""}`;
}

/** One's own state: 没答过, 正在答, or how often and the best score. */
export function ownWords({ attempts, openAttemptId, bestScore, passed }: QuizItem["own"]): string {
  if (attempts === 0) return "没答过";
  const best = bestScore === null ? "" : `，最好${points(bestScore)}分${passed ? "，已通过" : ""}`;
  if (openAttemptId !== null) return `正在答第${attempts}次${best}`;
  return `答过${attempts}次${best}`;
}
