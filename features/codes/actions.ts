"use server";

import { returnValidationErrors } from "next-safe-action";
import { anonymousAction, consoleAction } from "@/features/access/gates/action";
import { getMemberResource } from "@/features/members/queries";
import { AppError } from "@/lib/errors";
import { issueCode, redeemCode } from "./mutations";
import { issueCodeSchema, redeemCodeSchema } from "./schema";

/** 发一次性口令. The code is answered once and shown to whoever asked for it. */
export const issueCodeAction = consoleAction
  .metadata({ permission: "member.code.issue" })
  .inputSchema(issueCodeSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await getMemberResource(parsedInput.memberId, ctx.now));
    const { code } = await issueCode({ memberId: parsedInput.memberId, actorId: ctx.session.memberId, now: ctx.now });
    return { code, memberId: parsedInput.memberId };
  });

/** 用一次性口令设新密码. */
export const redeemCodeAction = anonymousAction
  .metadata({ permission: "code.redeem" })
  .inputSchema(redeemCodeSchema)
  .action(async ({ parsedInput, ctx }) => {
    if (parsedInput.next !== parsedInput.again) {
      returnValidationErrors(redeemCodeSchema, { again: { _errors: ["两次输入的新密码不一样"] } });
    }
    const result = await redeemCode({ ...parsedInput, address: ctx.address, now: ctx.now });
    if (result.ok) return { done: true };
    switch (result.reason) {
      case "password":
        return returnValidationErrors(redeemCodeSchema, { next: { _errors: [result.detail] } });
      case "throttled":
        throw new AppError(
          "too-many-requests",
          `试得太多了，请${Math.ceil(result.retryAfterSeconds / 60)}分钟后再试。`,
        );
      case "refused":
        throw new AppError("invalid", "登录名和一次性口令对不上，或口令已用过、已过期。请找发口令的人重新要一个。");
    }
  });
