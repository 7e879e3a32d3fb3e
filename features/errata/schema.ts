import { z } from "zod";
import { parsePlainDate } from "@/domain/calendar/plain-date";
import { feedbackIdsSchema } from "@/features/feedback/schema";
import { TARGET_KINDS } from "@/features/takedowns/schema";

const words = (what: string) =>
  z.string({ error: what }).trim().min(2, `${what}，至少两个字`).max(300, "最多300个字，现在太长了");

/** 更正 of one entry, lesson or question, with the reports that it answers. */
export const publishErratumSchema = z.object({
  key: z.string().regex(/^[0-9a-f-]{36}$/),
  targetKind: z.enum(TARGET_KINDS, { error: "没有写明是哪一条" }),
  targetId: z.string().trim().min(1, "没有写明是哪一条").max(120),
  wrong: words("写明原来怎样写"),
  correct: words("写明现在怎样写"),
  correctedOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "选哪一天更正的")
    .refine((text) => parsePlainDate(text) !== null, "没有这一天"),
  feedbackIds: z.union([z.literal("").transform((): string[] => []), feedbackIdsSchema]).default([]),
});
export type PublishErratumInput = z.infer<typeof publishErratumSchema>;

export const revokeErratumSchema = z.object({
  erratumId: z.string().min(1).max(64),
  reason: z.string({ error: "写明为什么撤销" }).trim().min(2, "写明为什么撤销，至少两个字").max(200, "最多200个字"),
});
