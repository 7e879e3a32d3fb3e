"use server";

import { revalidatePath } from "next/cache";
import { consoleAction, memberAction } from "@/features/access/gates/action";
import { AppError } from "@/lib/errors";
import { answerSeasonObjection } from "./mutations/answer-season-objection";
import { objectToSeason } from "./mutations/object-to-season";
import { answerSeasonObjectionSchema, objectToSeasonSchema } from "./schema";

const KEPT = "没有收下，写的内容还在这一页。";
const REFUSED = {
  "not-joined": `你没有参加这一季，${KEPT}`,
  before: `这一季还没有结束，公示从季末以后开始，${KEPT}`,
  over: `公示期已经过了，${KEPT}`,
  open: `你有一条异议在等答复，这一条${KEPT}等有了答复再提。`,
} as const;

/** 异议 of somebody who joined, while the result stands for objection. */
export const objectToSeasonAction = memberAction
  .metadata({ permission: "season.object" })
  .inputSchema(objectToSeasonSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { memberId } = ctx.session;
    ctx.authorise({ kind: "self", memberId });
    const result = await objectToSeason({ ...parsedInput, own: { memberId }, now: ctx.now });
    if (!result.ok) throw new AppError("conflict", REFUSED[result.reason]);
    revalidatePath(`/seasons/${parsedInput.quarter}`);
    return { done: true };
  });

/** The committee's answer, with a correction where the ledger was wrong. */
export const answerSeasonObjectionAction = consoleAction
  .metadata({ permission: "season.answer" })
  .inputSchema(answerSeasonObjectionSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "zone" });
    const result = await answerSeasonObjection({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) {
      throw result.reason === "answered"
        ? new AppError("conflict", "已经有人答复过了，这一次没有存。刷新页面就能看到。")
        : new AppError("not-found", "没有这一条异议，刷新页面再看。");
    }
    revalidatePath("/committee/seasons");
    return { done: true };
  });
