"use server";

import { revalidatePath } from "next/cache";
import { consoleAction } from "@/features/access/gates/action";
import { AppError } from "@/lib/errors";
import { correctVoided } from "./mutations/correct-voided";
import { voidQuestion } from "./mutations/void-question";
import { voidQuestionSchema } from "./schema";

/** 作废一道题: void at once, the first attempts set right at once, the rest by the job of the minute. */
export const voidQuestionAction = consoleAction
  .metadata({ permission: "question.void" })
  .inputSchema(voidQuestionSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "question" });
    const { questionId, reason } = parsedInput;
    const result = await voidQuestion({ questionId, reason, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("not-found", "没有这个编号的题目，什么也没有改动。请核对编号。");
    const corrected = await correctVoided({ questionId, now: ctx.now });
    revalidatePath(`/committee/questions/${questionId}/void`);
    return { corrected, isNew: result.isNew };
  });
