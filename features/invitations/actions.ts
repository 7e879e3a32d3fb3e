"use server";

import { returnValidationErrors } from "next-safe-action";
import { redirect } from "next/navigation";
import { anonymousAction, consoleAction } from "@/features/access/gates/action";
import { writeInvitationIntent } from "@/features/access/gates/link-intent";
import { getMemberResource } from "@/features/members/queries";
import { normaliseTicket } from "@/lib/crypto";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { acceptInvitation, createInvitation, revokeInvitations } from "./mutations";
import { findOpenInvitation } from "./queries/find-open-invitation";
import { acceptByOidcSchema, acceptInvitationSchema, memberIdSchema } from "./schema";

const INVITATION_GONE = "这个邀请用过了、被撤回了，或者过了14天。请向发邀请的人要一个新的。";

/** First sign-in: consent and a password of one's own. Only this POST consumes the token. */
export const acceptInvitationAction = anonymousAction
  .metadata({ permission: "invitation.accept" })
  .inputSchema(acceptInvitationSchema)
  .action(async ({ parsedInput, ctx }) => {
    if (parsedInput.password !== parsedInput.again) {
      returnValidationErrors(acceptInvitationSchema, { again: { _errors: ["两次输入的密码不一样"] } });
    }
    const result = await acceptInvitation({ token: parsedInput.token, password: parsedInput.password, now: ctx.now });
    if (result.ok) redirect("/sign-in?welcome=1");
    if (result.reason === "password") {
      returnValidationErrors(acceptInvitationSchema, { password: { _errors: [result.detail] } });
    }
    throw new AppError("not-found", INVITATION_GONE);
  });

/** First sign-in by an outside identity: marks this browser; the invitation is consumed when the identity arrives. */
export const acceptByOidcAction = anonymousAction
  .metadata({ permission: "invitation.accept" })
  .inputSchema(acceptByOidcSchema)
  .action(async ({ parsedInput, ctx }) => {
    if (!(await findOpenInvitation(parsedInput.token, ctx.now))) throw new AppError("not-found", INVITATION_GONE);
    await writeInvitationIntent(normaliseTicket(parsedInput.token));
  });

/** A new invitation link for one person; shown once. */
export const createInvitationAction = consoleAction
  .metadata({ permission: "invitation.issue" })
  .inputSchema(memberIdSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await getMemberResource(parsedInput.memberId, ctx.now));
    const { token } = await createInvitation({
      memberId: parsedInput.memberId,
      actorId: ctx.session.memberId,
      now: ctx.now,
    });
    return { link: `${env().PUBLIC_URL}/invite/${token}`, memberId: parsedInput.memberId };
  });

export const revokeInvitationsAction = consoleAction
  .metadata({ permission: "invitation.revoke" })
  .inputSchema(memberIdSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await getMemberResource(parsedInput.memberId, ctx.now));
    const { memberId } = parsedInput;
    return { revoked: await revokeInvitations({ memberId, actorId: ctx.session.memberId, now: ctx.now }), memberId };
  });
