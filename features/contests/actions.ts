"use server";

import { revalidatePath } from "next/cache";
import { consoleAction } from "@/features/access/gates/action";
import { AppError } from "@/lib/errors";
import { newSeed } from "@/lib/randomness";
import { releaseContest } from "./mutations/release-contest";
import { saveContest } from "./mutations/save-contest";
import { returnContest, submitContest, withdrawContest, type StepResult } from "./mutations/step-contest";
import { contestStepSchema, returnContestSchema, saveContestSchema } from "./schema";

const CONTEST = { kind: "contest" } as const;

function mustHaveStepped(result: StepResult, contestId: string): { done: true } {
  revalidatePath(`/committee/contests/${contestId}`);
  if (!result.ok) throw new AppError("conflict", result.detail);
  return { done: true };
}

export const saveContestAction = consoleAction
  .metadata({ permission: "contest.write" })
  .inputSchema(saveContestSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(CONTEST);
    const { contestId, version, ...plan } = parsedInput;
    const result = await saveContest({ contestId, version, plan, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("conflict", result.detail);
    revalidatePath(`/committee/contests/${result.contestId}`);
    return { contestId: result.contestId, version: result.version };
  });

export const submitContestAction = consoleAction
  .metadata({ permission: "contest.write" })
  .inputSchema(contestStepSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(CONTEST);
    const stepping = { ...parsedInput, actorId: ctx.session.memberId, now: ctx.now };
    return mustHaveStepped(await submitContest(stepping), parsedInput.contestId);
  });

export const withdrawContestAction = consoleAction
  .metadata({ permission: "contest.write" })
  .inputSchema(contestStepSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(CONTEST);
    const stepping = { ...parsedInput, actorId: ctx.session.memberId, now: ctx.now };
    return mustHaveStepped(await withdrawContest(stepping), parsedInput.contestId);
  });

export const returnContestAction = consoleAction
  .metadata({ permission: "contest.review" })
  .inputSchema(returnContestSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(CONTEST);
    const stepping = { ...parsedInput, actorId: ctx.session.memberId, now: ctx.now };
    return mustHaveStepped(await returnContest(stepping), parsedInput.contestId);
  });

export const releaseContestAction = consoleAction
  .metadata({ permission: "contest.review" })
  .inputSchema(contestStepSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(CONTEST);
    const stepping = { ...parsedInput, actorId: ctx.session.memberId, now: ctx.now, seed: newSeed() };
    return mustHaveStepped(await releaseContest(stepping), parsedInput.contestId);
  });
