import { businessDateOf, timeOf } from "@/domain/calendar/shanghai";
import { DIFFICULTY_LABELS, PERIOD_LABELS, QUESTION_TYPE_LABELS } from "@/domain/quizzes/types";
import type { Blueprint, BlueprintPart, QuestionOrigin } from "@/domain/quizzes/types";
import type { ContestPlan } from "./schema";

const SECONDS = 60;

/** `2026-12-01T09:00` of Shanghai as an instant, and back. */
export const instantOf = (minute: string): Date => new Date(`${minute}:00+08:00`);
export const minuteOf = (instant: Date): string => `${businessDateOf(instant)}T${timeOf(instant)}`;

/** Empty choices ask for nothing. */
export function blueprintOf({ parts }: Pick<ContestPlan, "parts">): Blueprint {
  return {
    parts: parts.map(({ count, points, topic, period, type, difficulty, origin }) => ({
      ...{ count, points },
      ...(topic === "" ? {} : { topic }),
      ...(period === "" ? {} : { period }),
      ...(type === "" ? {} : { type }),
      ...(difficulty === "" ? {} : { difficulty }),
      ...(origin === "" ? {} : { origin }),
    })),
  };
}

type Planned = {
  readonly title: string;
  readonly summary: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly limitSeconds: number;
  readonly maxAttempts: number;
  readonly hasPractice: boolean;
  readonly blueprint: Blueprint;
};

/** A contest as its form shows it. */
export function planOf(contest: Planned): ContestPlan {
  const { title, summary, opensAt, closesAt, limitSeconds, maxAttempts, hasPractice, blueprint } = contest;
  return {
    ...{ title, summary, opens: minuteOf(opensAt), closes: minuteOf(closesAt), maxAttempts, hasPractice },
    limitMinutes: limitSeconds / SECONDS,
    parts: blueprint.parts.map((part) => ({
      ...{ count: part.count, points: part.points, topic: part.topic ?? "", period: part.period ?? "" },
      ...{ type: part.type ?? "", difficulty: part.difficulty ?? "", origin: part.origin ?? "" },
    })),
  };
}

export const ORIGIN_WORDS: Readonly<Record<QuestionOrigin, string>> = { file: "公共题库", local: "本单位" };

/** One line of a blueprint in words: 单选题、军队建设、易、本单位 */
export function partWords(part: BlueprintPart, topics: Readonly<Record<string, string>>): string {
  const words = [
    part.type && QUESTION_TYPE_LABELS[part.type],
    part.topic && (topics[part.topic] ?? part.topic),
    part.period && PERIOD_LABELS[part.period],
    part.difficulty && DIFFICULTY_LABELS[part.difficulty],
    part.origin && ORIGIN_WORDS[part.origin],
  ].filter(Boolean);
  return words.length === 0 ? "不限" : words.join("、");
}
