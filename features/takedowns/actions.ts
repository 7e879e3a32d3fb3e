"use server";

import { revalidatePath } from "next/cache";
import { consoleAction } from "@/features/access/gates/action";
import { AppError } from "@/lib/errors";
import { restore } from "./mutations/restore";
import { takeDown } from "./mutations/take-down";
import { restoreSchema, takeDownSchema } from "./schema";
import { READING_PAGES, TARGET_LABELS } from "./view";

function renderAnew(): void {
  for (const [path, kind] of READING_PAGES) revalidatePath(path, kind);
  revalidatePath("/committee/feedback");
}

export const takeDownAction = consoleAction
  .metadata({ permission: "content.take-down" })
  .inputSchema(takeDownSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: parsedInput.targetKind === "question" ? "question" : "content" });
    const result = await takeDown({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) {
      throw new AppError(
        "not-found",
        `没有这个编号的${TARGET_LABELS[parsedInput.targetKind]}，什么也没有撤下。请核对编号。`,
      );
    }
    renderAnew();
    return { done: true, isNew: result.isNew };
  });

export const restoreAction = consoleAction
  .metadata({ permission: "content.restore" })
  .inputSchema(restoreSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "content" });
    const isLifted = await restore({ takedownId: parsedInput.takedownId, actorId: ctx.session.memberId, now: ctx.now });
    renderAnew();
    return { done: true, isLifted };
  });
