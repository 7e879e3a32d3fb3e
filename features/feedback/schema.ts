import { z } from "zod";

export const FEEDBACK_TARGETS = ["entry", "lesson", "leaflet", "film", "question", "story", "product"] as const;
export type FeedbackTarget = (typeof FEEDBACK_TARGETS)[number];

const words = (low: number, high: number, few: string) =>
  z.string({ error: few }).trim().min(low, few).max(high, `最多${high}个字，现在太长了`);

/** 报告错误 about an entry, a lesson, a leaflet, a film or a question; 意见建议 about the product. */
export const sendFeedbackSchema = z.object({
  targetKind: z.enum(FEEDBACK_TARGETS, { error: "没有写明是哪一条" }),
  targetId: z.string().trim().max(120).default(""),
  text: words(5, 1000, "请写明哪里不对、应该是什么，至少五个字"),
});
export type SendFeedbackInput = z.infer<typeof sendFeedbackSchema>;

/** One report or several about the same thing, as a form sends them: ids with commas between. */
export const feedbackIdsSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/, "勾选要答复的反馈")
  .transform((text) => [...new Set(text.split(","))]);

export const answerFeedbackSchema = z.object({
  feedbackIds: feedbackIdsSchema,
  answer: words(2, 500, "请写答复，至少两个字"),
  verdict: z.enum(["not-wrong", "passed-on"], { error: "选一个结果" }).default("not-wrong"),
});
