"use server";

import { revalidatePath } from "next/cache";
import { consoleAction } from "@/features/access/gates/action";
import { AppError } from "@/lib/errors";
import { askAgain } from "./mutations";
import { rerunSchema } from "./schema";

/** A period that failed is to be tried again: the next tick does it. */
export const rerunJobAction = consoleAction
  .metadata({ permission: "job.rerun" })
  .inputSchema(rerunSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "zone" });
    const asked = await askAgain({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!asked) throw new AppError("conflict", "这一项现在不是“没有办成”，没有改动。刷新页面看最新的情况。");
    revalidatePath("/committee/jobs");
    return { done: true };
  });
