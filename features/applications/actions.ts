"use server";

import { returnValidationErrors } from "next-safe-action";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { anonymousAction, consoleAction } from "@/features/access/gates/action";
import { findBranchResource } from "@/features/branches/queries";
import { AppError } from "@/lib/errors";
import { fieldErrors } from "@/lib/problem";
import { readSecret, writeSecret } from "./loaders/application-cookie";
import { applyToBranch } from "./mutations/apply";
import { acceptApplication, refuseApplication, type DecideResult } from "./mutations/decide";
import { issueJoinCode, revokeJoinCode } from "./mutations/issue-join-code";
import { openAccount, withdrawApplication } from "./mutations/open-account";
import { findApplication } from "./queries/find-application";
import {
  acceptApplicationSchema,
  applySchema,
  issueJoinCodeSchema,
  refuseApplicationSchema,
  secretSchema,
  typedApplicationSchema,
} from "./schema";

const GONE = "这个支部码换过了、撤回了，或者过期了，申请没有交上去。请向支部要新的码再扫一次。";
const APPOINTED_SINCE =
  "申请通过以后你有了职务，这个账号要由任命你的同志发邀请才能打开，这里没有发。请向他要一个邀请。";
const NO_PLACE = "这个支部已经关闭，没有办。刷新页面再看。";

/**
 * 申请加入. Works without script: what was typed and its faults come back with the page. The reply is the same whether
 * anybody has the login or not.
 */
export const applyAction = anonymousAction
  .metadata({ permission: "application.create" })
  .inputSchema(typedApplicationSchema)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { name, login } = parsedInput;
    const checked = applySchema.safeParse(parsedInput);
    if (!checked.success) {
      const faults = fieldErrors(checked.error).map(({ field, detail }) => [field, detail]);
      return { faults: Object.fromEntries(faults) as Record<string, string>, typed: { name, login } };
    }
    const result = await applyToBranch({ ...checked.data, address: ctx.address, now: ctx.now });
    if (result.ok) {
      await writeSecret(checked.data.secret);
      redirect("/join/status");
    }
    switch (result.reason) {
      case "field":
        return { faults: { [result.field]: result.detail } as Record<string, string>, typed: { name, login } };
      case "too-many":
        return { faults: { form: result.detail } as Record<string, string>, typed: { name, login } };
      case "gone":
        return { faults: { form: GONE } as Record<string, string>, typed: { name, login } };
    }
  });

/** 设密码 after the branch has accepted: leads to an invitation made at this moment. */
export const openAccountAction = anonymousAction
  .metadata({ permission: "application.create" })
  .stateAction(async ({ ctx }) => {
    const secret = await readSecret();
    const opened = secret === null ? null : await openAccount({ secret, now: ctx.now });
    if (opened?.ok) redirect(`/invite/${opened.token}`);
    if (opened?.reason === "appointed") throw new AppError("conflict", APPOINTED_SINCE);
    redirect("/join/status");
  });

/** 撤回申请. */
export const withdrawApplicationAction = anonymousAction
  .metadata({ permission: "application.create" })
  .stateAction(async ({ ctx }) => {
    const secret = await readSecret();
    if (secret !== null) await withdrawApplication({ secret, now: ctx.now });
    redirect("/join/status");
  });

/** Opened by the private address: the secret behind its `#` becomes this browser's cookie. */
export const keepSecretAction = anonymousAction
  .metadata({ permission: "application.create" })
  .inputSchema(secretSchema)
  .action(async ({ parsedInput }) => {
    if ((await findApplication(parsedInput.secret)) === null) return { isKnown: false };
    await writeSecret(parsedInput.secret);
    return { isKnown: true };
  });

/** 发支部码; the one before ends. */
export const issueJoinCodeAction = consoleAction
  .metadata({ permission: "join-code.issue" })
  .inputSchema(issueJoinCodeSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { branchId, days } = parsedInput;
    ctx.authorise(await branchOf(branchId));
    const isIssued = await issueJoinCode({ branchId, days, actorId: ctx.session.memberId, now: ctx.now });
    if (!isIssued) throw new AppError("conflict", NO_PLACE);
    revalidatePath("/branch/invitations");
    return { done: true };
  });

/** 撤回支部码. */
export const revokeJoinCodeAction = consoleAction
  .metadata({ permission: "join-code.issue" })
  .inputSchema(issueJoinCodeSchema.pick({ branchId: true }))
  .action(async ({ parsedInput: { branchId }, ctx }) => {
    ctx.authorise(await branchOf(branchId));
    await revokeJoinCode({ branchId, actorId: ctx.session.memberId, now: ctx.now });
    revalidatePath("/branch/invitations");
    return { done: true };
  });

export const acceptApplicationAction = consoleAction
  .metadata({ permission: "application.decide" })
  .inputSchema(acceptApplicationSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await branchOf(parsedInput.branchId));
    const result = await acceptApplication({ ...parsedInput, actor: ctx.actor, now: ctx.now });
    if (!result.ok && result.reason === "field") {
      returnValidationErrors(acceptApplicationSchema, { [result.field]: { _errors: [result.detail] } });
    }
    return decided(result, parsedInput.branchId);
  });

export const refuseApplicationAction = consoleAction
  .metadata({ permission: "application.decide" })
  .inputSchema(refuseApplicationSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await branchOf(parsedInput.branchId));
    const result = await refuseApplication({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    return decided(result, parsedInput.branchId);
  });

async function branchOf(branchId: string) {
  const branch = await findBranchResource(branchId);
  if (!branch) throw new AppError("not-found", "没有这个支部，刷新页面再看。");
  return branch;
}

function decided(result: DecideResult, branchId: string): { done: boolean } {
  if (!result.ok) throw new AppError(result.reason === "unknown" ? "not-found" : "conflict", result.detail);
  revalidatePath("/branch/applications");
  revalidatePath(`/committee/branches/${branchId}`);
  return { done: true };
}
