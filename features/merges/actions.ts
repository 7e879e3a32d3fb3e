"use server";

import { redirect } from "next/navigation";
import { consoleAction } from "@/features/access/gates/action";
import { getMemberResource } from "@/features/members/queries";
import { AppError } from "@/lib/errors";
import { mergeMembers } from "./mutations/merge-members";
import { mergeSchema } from "./schema";

/** 合并账号: over both accounts. */
export const mergeMembersAction = consoleAction
  .metadata({ permission: "member.merge" })
  .inputSchema(mergeSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { keptId, goneId } = parsedInput;
    for (const memberId of [keptId, goneId]) ctx.authorise(await getMemberResource(memberId, ctx.now));
    const result = await mergeMembers({ keptId, goneId, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("conflict", result.detail);
    redirect(`/committee/people/${keptId}`);
  });
