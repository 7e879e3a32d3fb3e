import { z } from "zod";

export const voidQuestionSchema = z.object({
  questionId: z.string().min(1).max(120),
  reason: z.string().trim().min(2, "写明为什么作废，至少两个字").max(300, "最多300个字"),
});
