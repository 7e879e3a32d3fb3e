"use server";

import { revalidatePath } from "next/cache";
import { consoleAction } from "@/features/access/gates/action";
import { AppError } from "@/lib/errors";
import { releaseProposal, returnProposal } from "./mutations/review-proposal";
import { retireQuestion } from "./mutations/retire-question";
import { saveProposal } from "./mutations/save-proposal";
import { settleUpstream } from "./mutations/settle-upstream";
import { submitProposal, withdrawProposal } from "./mutations/submit-proposal";
import type { StepResult } from "./mutations/step-proposal";
import {
  proposalStepSchema,
  retireQuestionSchema,
  returnProposalSchema,
  saveProposalSchema,
  settleUpstreamSchema,
} from "./schema";

const QUESTION = { kind: "question" } as const;

const pageOf = (proposalId: string): string => `/committee/questions/proposals/${proposalId}`;

function mustHaveStepped(result: StepResult, proposalId: string): { done: true } {
  revalidatePath(pageOf(proposalId));
  if (!result.ok) throw new AppError("conflict", result.detail);
  return { done: true };
}

/** Keeps the draft as it is. */
export const saveProposalAction = consoleAction
  .metadata({ permission: "question.write" })
  .inputSchema(saveProposalSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(QUESTION);
    const result = await saveProposal({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("conflict", result.detail);
    revalidatePath(pageOf(result.proposalId));
    return { proposalId: result.proposalId, version: result.version };
  });

export const submitProposalAction = consoleAction
  .metadata({ permission: "question.write" })
  .inputSchema(proposalStepSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(QUESTION);
    const stepping = { ...parsedInput, actorId: ctx.session.memberId, now: ctx.now };
    return mustHaveStepped(await submitProposal(stepping), parsedInput.proposalId);
  });

export const withdrawProposalAction = consoleAction
  .metadata({ permission: "question.write" })
  .inputSchema(proposalStepSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(QUESTION);
    const stepping = { ...parsedInput, actorId: ctx.session.memberId, now: ctx.now };
    return mustHaveStepped(await withdrawProposal(stepping), parsedInput.proposalId);
  });

export const returnProposalAction = consoleAction
  .metadata({ permission: "question.review" })
  .inputSchema(returnProposalSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(QUESTION);
    const stepping = { ...parsedInput, actorId: ctx.session.memberId, now: ctx.now };
    return mustHaveStepped(await returnProposal(stepping), parsedInput.proposalId);
  });

export const releaseProposalAction = consoleAction
  .metadata({ permission: "question.review" })
  .inputSchema(proposalStepSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(QUESTION);
    const stepping = { ...parsedInput, actorId: ctx.session.memberId, now: ctx.now };
    return mustHaveStepped(await releaseProposal(stepping), parsedInput.proposalId);
  });

export const retireQuestionAction = consoleAction
  .metadata({ permission: "question.retire" })
  .inputSchema(retireQuestionSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(QUESTION);
    const result = await retireQuestion({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("not-found", result.detail);
    revalidatePath(`/committee/questions/${parsedInput.questionId}`);
    return { isNew: result.isNew };
  });

export const settleUpstreamAction = consoleAction
  .metadata({ permission: "question.review" })
  .inputSchema(settleUpstreamSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(QUESTION);
    const isSettled = await settleUpstream({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    revalidatePath(`/committee/questions/${parsedInput.questionId}`);
    if (!isSettled) throw new AppError("conflict", "等着的那一版刚刚换了，没有改动。请看过现在的再定。");
    return { done: true };
  });
