import { z } from "zod";
import { ATTEMPTS, LIMIT_MINUTES } from "@/domain/contests/release";
import { DIFFICULTIES, PERIODS, QUESTION_ORIGINS, QUESTION_TYPES } from "@/domain/quizzes/types";

// ---- What the committee draws up ---------------------------------------------------------------------------------

const whole = (least: number, most: number) =>
  z.coerce.number("填整数").int("填整数").min(least, `最少${least}`).max(most, `最多${most}`);

/** As a `datetime-local` input gives it: a minute of Shanghai. */
const minute = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "请选择日期和时间")
  .refine((text) => !Number.isNaN(Date.parse(`${text}:00+08:00`)), "没有这个时间");

/** An empty choice asks for nothing. */
const part = z.strictObject({
  count: whole(1, 100),
  points: whole(1, 100),
  topic: z.string().max(60),
  period: z.union([z.enum(PERIODS), z.literal("")]),
  type: z.union([z.enum(QUESTION_TYPES), z.literal("")]),
  difficulty: z.union([z.enum(DIFFICULTIES), z.literal("")]),
  origin: z.union([z.enum(QUESTION_ORIGINS), z.literal("")]),
});

const planSchema = z.strictObject({
  title: z.string().trim().min(2, "最少2个字").max(30, "最多30个字"),
  summary: z.string().trim().max(80, "最多80个字"),
  opens: minute,
  closes: minute,
  limitMinutes: whole(LIMIT_MINUTES.least, LIMIT_MINUTES.most),
  maxAttempts: whole(ATTEMPTS.least, ATTEMPTS.most),
  hasPractice: z.boolean(),
  parts: z.array(part).min(1, "最少一行").max(20, "最多20行"),
});
export type ContestPlan = z.output<typeof planSchema>;

const contestId = z.string().min(1).max(64);
const version = z.int().min(0);

export const saveContestSchema = planSchema.extend({
  /** Empty for a new one. */
  contestId: z.string().max(64),
  /** As it was read; 0 for a new one. */
  version,
});

/** Every step names the version that was looked at. */
export const contestStepSchema = z.strictObject({ contestId, version });

export const returnContestSchema = z.strictObject({
  contestId,
  version,
  note: z.string().trim().min(2, "写明为什么退回，至少两个字").max(300, "最多300个字"),
});
