"use server";

import { revalidatePath } from "next/cache";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { anonymousAction, consoleAction } from "@/features/access/gates/action";
import { currentSession } from "@/features/access/gates/session";
import { AppError } from "@/lib/errors";
import { answerFeedback, sendFeedback } from "./mutations";
import { answerFeedbackSchema, sendFeedbackSchema } from "./schema";
import { promiseWords } from "./view";

/** 报告错误、意见建议: with an account and without; whoever is signed in gets the answer as a notice. */
export const sendFeedbackAction = anonymousAction
  .metadata({ permission: "feedback.create" })
  .inputSchema(sendFeedbackSchema)
  .action(async ({ parsedInput, ctx }) => {
    const session = await currentSession();
    const result = await sendFeedback({
      ...parsedInput,
      memberId: session?.memberId ?? null,
      address: ctx.address,
      now: ctx.now,
    });
    if (result.ok) return { done: true, isSigned: session !== null, promise: promiseWords(businessDateOf(ctx.now)) };
    throw result.reason === "too-many"
      ? new AppError(
          "too-many-requests",
          "这个网络地址刚才送来的太多了，没有收下。写的内容还在这一页，请过十分钟再送。",
        )
      : new AppError("not-found", "没有找到你说的这一条，没有收下。请从那一条的页面上点“报告错误”进来。");
  });

export const answerFeedbackAction = consoleAction
  .metadata({ permission: "feedback.answer" })
  .inputSchema(answerFeedbackSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "content" });
    const result = await answerFeedback({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) {
      throw result.reason === "answered"
        ? new AppError("conflict", "其中有的已经有人答复过了，这一次一条也没有存。刷新页面就能看到。")
        : new AppError("not-found", "没有这一条反馈，刷新页面再看。");
    }
    revalidatePath("/committee/feedback");
    revalidatePath("/committee");
    return { done: true };
  });
