"use server";

import { revalidatePath } from "next/cache";
import { can, grantsFor } from "@/domain/access/can";
import type { Actor, Resource } from "@/domain/access/types";
import { consoleAction, memberAction } from "@/features/access/gates/action";
import { AppError } from "@/lib/errors";
import { publishStory, returnStory } from "./mutations/review-story";
import { stepStory, type StepResult } from "./mutations/step-story";
import { findStoryResource } from "./queries/reviewing";
import { publishStorySchema, returnStorySchema, stepStorySchema } from "./schema";

function mustHaveStepped(result: StepResult): { done: true } {
  revalidatePath("/stories", "layout");
  if (!result.ok) throw new AppError(result.reason === "unknown" ? "not-found" : "conflict", result.detail);
  return { done: true };
}

type Reviewer = { actor: Actor; authorise: (resource: Resource) => void };

/** Refuses whoever has no office over the story; answers whether it is the committee's. */
async function officeOver(storyId: string, { actor, authorise }: Reviewer): Promise<{ isCommittee: boolean }> {
  if (grantsFor(actor, "story.review").length === 0) throw new AppError("forbidden", "你没有做这件事的权限。");
  const resource = await findStoryResource(storyId);
  if (resource === null) throw new AppError("not-found", "没有这一篇，没有改动。");
  authorise(resource);
  const grants = actor.grants.filter(({ role }) => role === "committee");
  return { isCommittee: can({ ...actor, grants }, "story.review", resource) };
}

/** 送审、拿回来、收回、丢掉、找回来: one's own story. */
export const stepStoryAction = memberAction
  .metadata({ permission: "story.write" })
  .inputSchema(stepStorySchema)
  .action(async ({ parsedInput: { step, ...named }, ctx }) => {
    const { memberId } = ctx.session;
    ctx.authorise({ kind: "self", memberId });
    return mustHaveStepped(await stepStory(step, { ...named, actorId: memberId, now: ctx.now }));
  });

export const publishStoryAction = consoleAction
  .metadata({ permission: "story.review" })
  .inputSchema(publishStorySchema)
  .action(async ({ parsedInput, ctx }) => {
    const office = await officeOver(parsedInput.storyId, ctx);
    return mustHaveStepped(
      await publishStory({ ...parsedInput, ...office, actorId: ctx.session.memberId, now: ctx.now }),
    );
  });

export const returnStoryAction = consoleAction
  .metadata({ permission: "story.review" })
  .inputSchema(returnStorySchema)
  .action(async ({ parsedInput, ctx }) => {
    const office = await officeOver(parsedInput.storyId, ctx);
    return mustHaveStepped(
      await returnStory({ ...parsedInput, ...office, actorId: ctx.session.memberId, now: ctx.now }),
    );
  });
