"use server";

import { revalidatePath } from "next/cache";
import { returnValidationErrors } from "next-safe-action";
import { consoleAction, memberAction } from "@/features/access/gates/action";
import type { Resource } from "@/domain/access/types";
import { findBranchResource } from "@/features/branches/queries";
import { AppError } from "@/lib/errors";
import { answerResultObjection } from "./mutations/answer-result-objection";
import { objectToResult, withdrawObjection } from "./mutations/object-to-result";
import { recordResults } from "./mutations/record-results";
import { setAssignments } from "./mutations/set-assignments";
import { undoResult } from "./mutations/undo-result";
import { withdrawAssignment } from "./mutations/withdraw-assignment";
import { findAssignmentBranch } from "./queries/branch-assignments";
import {
  answerResultObjectionSchema,
  objectSchema,
  recordResultsSchema,
  setAssignmentsSchema,
  undoResultSchema,
  withdrawAssignmentSchema,
  withdrawObjectionSchema,
} from "./schema";
import { instantOf } from "./view";

const LIST = "/branch/assignments";
const OWN = "/me/assignments";

type Allow = (resource: Resource) => void;

/** Who asks about an unknown branch learns no more than who asks about another one's. */
async function allowed(branchId: string | null, authorise: Allow): Promise<string> {
  const resource = branchId === null ? null : await findBranchResource(branchId);
  authorise(resource ?? { kind: "branch", branchId: "", stationId: "", hostOrganisationId: null });
  return branchId ?? "";
}

/** 派发学习. */
export const setAssignmentsAction = consoleAction
  .metadata({ permission: "assignment.set" })
  .inputSchema(setAssignmentsSchema)
  .action(async ({ parsedInput, ctx }) => {
    await allowed(parsedInput.branchId, ctx.authorise);
    const result = await setAssignments({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) {
      return returnValidationErrors(setAssignmentsSchema, { [result.field]: { _errors: [result.detail] } });
    }
    revalidatePath(LIST);
    return { count: result.ids.length, remark: result.remark };
  });

/** 撤回派发. */
export const withdrawAssignmentAction = consoleAction
  .metadata({ permission: "assignment.set" })
  .inputSchema(withdrawAssignmentSchema)
  .action(async ({ parsedInput: { assignmentId }, ctx }) => {
    const branchId = await allowed(await findAssignmentBranch(assignmentId), ctx.authorise);
    const done = await withdrawAssignment({ assignmentId, branchId, actorId: ctx.session.memberId, now: ctx.now });
    if (!done) throw new AppError("conflict", "已经撤回过了，刷新页面就能看到。");
    revalidatePath(`${LIST}/${assignmentId}`);
    return { done };
  });

/** 已线下学习, or an excuse, for one or many. */
export const recordResultsAction = consoleAction
  .metadata({ permission: "assignment.record" })
  .inputSchema(recordResultsSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { assignmentId } = parsedInput;
    const branchId = await allowed(await findAssignmentBranch(assignmentId), ctx.authorise);
    const result = await recordResults({ ...parsedInput, branchId, actorId: ctx.session.memberId, now: ctx.now });
    if (result === null) throw new AppError("conflict", "这一项已经撤回，没有记。刷新页面就能看到。");
    if (!result.ok) {
      return returnValidationErrors(recordResultsSchema, { [result.field]: { _errors: [result.detail] } });
    }
    revalidatePath(`${LIST}/${assignmentId}`);
    return { recorded: result.recorded, skipped: result.skipped };
  });

/** 撤销登记. */
export const undoResultAction = consoleAction
  .metadata({ permission: "assignment.record" })
  .inputSchema(undoResultSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { assignmentId, memberId } = parsedInput;
    const branchId = await allowed(await findAssignmentBranch(assignmentId), ctx.authorise);
    const recordedAt = instantOf(parsedInput.version);
    const actorId = ctx.session.memberId;
    const done = await undoResult({ assignmentId, branchId, memberId, recordedAt, actorId, now: ctx.now });
    if (!done) throw new AppError("conflict", "这条记录已经变了，没有撤销。刷新页面再看。");
    revalidatePath(`${LIST}/${assignmentId}`);
    return { done };
  });

/** 记录是对的: the answer to an objection. */
export const answerResultObjectionAction = consoleAction
  .metadata({ permission: "assignment.record" })
  .inputSchema(answerResultObjectionSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { assignmentId, memberId, answer } = parsedInput;
    const branchId = await allowed(await findAssignmentBranch(assignmentId), ctx.authorise);
    const objectedAt = instantOf(parsedInput.version);
    const actorId = ctx.session.memberId;
    const about = { assignmentId, branchId, memberId, objectedAt };
    const done = await answerResultObjection({ ...about, answer, actorId, now: ctx.now });
    if (!done) throw new AppError("conflict", "这条记录已经变了，没有送出。刷新页面再看。");
    revalidatePath(`${LIST}/${assignmentId}`);
    return { done };
  });

/** 记录不对: the person about whom it is. */
export const objectToResultAction = memberAction
  .metadata({ permission: "assignment.object" })
  .inputSchema(objectSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { memberId } = ctx.session;
    ctx.authorise({ kind: "self", memberId });
    const done = await objectToResult({ ...parsedInput, memberId, now: ctx.now });
    if (!done) throw new AppError("conflict", "这条记录已经变了，刷新页面再看。");
    revalidatePath(OWN);
    return { done };
  });

/** 记录没错，收回. */
export const withdrawObjectionAction = memberAction
  .metadata({ permission: "assignment.object" })
  .inputSchema(withdrawObjectionSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { memberId } = ctx.session;
    ctx.authorise({ kind: "self", memberId });
    const done = await withdrawObjection({ ...parsedInput, memberId, now: ctx.now });
    if (!done) throw new AppError("conflict", "这条记录已经变了，刷新页面再看。");
    revalidatePath(OWN);
    return { done };
  });
