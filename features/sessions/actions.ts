"use server";

import { returnValidationErrors } from "next-safe-action";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction } from "@/features/access/gates/action";
import { writeSessionIntent } from "@/features/access/gates/link-intent";
import { chooseRole } from "@/features/access/mutations";
import { closeAllSessions } from "./mutations/close-sessions";
import { changePassword } from "./mutations/set-password";
import { changePasswordSchema, chooseRoleSchema } from "./schema";

/** 修改密码. All other sessions end. */
export const changePasswordAction = memberAction
  .metadata({ permission: "password.change" })
  .inputSchema(changePasswordSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "self", memberId: ctx.session.memberId });
    if (parsedInput.next !== parsedInput.again) {
      returnValidationErrors(changePasswordSchema, { again: { _errors: ["两次输入的新密码不一样"] } });
    }
    const { memberId, sessionId } = ctx.session;
    const result = await changePassword({
      memberId,
      sessionId,
      current: parsedInput.current,
      next: parsedInput.next,
      now: ctx.now,
    });
    if (!result.ok) returnValidationErrors(changePasswordSchema, { [result.field]: { _errors: [result.detail] } });
    return { done: true };
  });

/** 退出所有设备, this one included. */
export const closeAllSessionsAction = memberAction
  .metadata({ permission: "session.revoke-all" })
  .action(async ({ ctx }) => {
    ctx.authorise({ kind: "self", memberId: ctx.session.memberId });
    await closeAllSessions(ctx.session.memberId, ctx.now);
    redirect("/sign-in?signed-out=all");
  });

/** 切换身份: which of several roles the consoles act under. */
export const chooseRoleAction = memberAction
  .metadata({ permission: "role.choose" })
  .inputSchema(chooseRoleSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "self", memberId: ctx.session.memberId });
    await chooseRole({
      sessionId: ctx.session.sessionId,
      memberId: ctx.session.memberId,
      grantId: parsedInput.grantId,
    });
    revalidatePath("/me");
  });

/** 关联统一身份: marks this browser for ten minutes; the identity that comes back is linked to this person. */
export const linkOidcAction = memberAction.metadata({ permission: "identity.link" }).action(async ({ ctx }) => {
  ctx.authorise({ kind: "self", memberId: ctx.session.memberId });
  await writeSessionIntent(ctx.session.sessionId);
});
