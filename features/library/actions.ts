"use server";

import { revalidatePath } from "next/cache";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { consoleAction } from "@/features/access/gates/action";
import { acceptLibrary } from "@/features/installation/mutations";
import { AppError } from "@/lib/errors";
import { acceptLibrarySchema } from "./schema";

/** A named reviewer of this unit accepts the library as it is loaded now; the notice on reading pages goes. */
export const acceptLibraryAction = consoleAction
  .metadata({ permission: "content.accept-library" })
  .inputSchema(acceptLibrarySchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "content" });
    const { now, session } = ctx;
    const isAccepted = await acceptLibrary({ ...parsedInput, actorId: session.memberId, on: businessDateOf(now), now });
    if (!isAccepted) throw new AppError("conflict", "内容刚刚换了版本，这一次没有记下。请刷新页面，看过新内容再审核。");
    revalidatePath("/committee/feedback");
    return { done: true };
  });
