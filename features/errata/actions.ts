"use server";

import { revalidatePath } from "next/cache";
import { consoleAction } from "@/features/access/gates/action";
import { READING_PAGES } from "@/features/takedowns/view";
import { AppError } from "@/lib/errors";
import { publishErratum, type PublishResult } from "./mutations/publish-erratum";
import { revokeErratum } from "./mutations/revoke-erratum";
import { publishErratumSchema, revokeErratumSchema } from "./schema";

function renderAnew(): void {
  for (const [path, kind] of READING_PAGES) revalidatePath(path, kind);
  revalidatePath("/committee/errata");
  revalidatePath("/committee/feedback");
}

type Refusal = Extract<PublishResult, { ok: false }>["reason"];

const REFUSALS: Readonly<Record<Refusal, string>> = {
  unknown: "没有这一条，什么也没有登。请从它的页面或反馈进来。",
  answered: "其中有的反馈已经有人答复过了，更正没有登。刷新页面，写的内容请先抄下来。",
  future: "更正的日期还没有到，没有登。选今天或以前的一天。",
  same: "原来和现在写的一样，没有登。请写明哪里改了。",
  sealed: "这道题在一场还没有结算的知识竞赛里，现在登会泄露答案。竞赛结算以后再登。",
};

export const publishErratumAction = consoleAction
  .metadata({ permission: "erratum.publish" })
  .inputSchema(publishErratumSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: parsedInput.targetKind === "question" ? "question" : "content" });
    const result = await publishErratum({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError(result.reason === "unknown" ? "not-found" : "conflict", REFUSALS[result.reason]);
    renderAnew();
    return { done: true, erratumId: result.erratumId };
  });

export const revokeErratumAction = consoleAction
  .metadata({ permission: "erratum.revoke" })
  .inputSchema(revokeErratumSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "content" });
    const isNew = await revokeErratum({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    renderAnew();
    return { done: true, isNew };
  });
