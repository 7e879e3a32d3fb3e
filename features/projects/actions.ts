"use server";

import { returnValidationErrors } from "next-safe-action";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Resource } from "@/domain/access/types";
import type { ContactFault } from "@/domain/projects/consent";
import { anonymousAction, consoleAction } from "@/features/access/gates/action";
import { AppError } from "@/lib/errors";
import { fieldErrors } from "@/lib/problem";
import { decideClaim } from "./mutations/decide-claim";
import { editProject, replaceContact } from "./mutations/edit-project";
import type { StepResult } from "./mutations/find-for-step";
import { passProject, returnProject, withdrawProject } from "./mutations/moderate-project";
import { issueProjectLink, revokeProjectLink } from "./mutations/project-link";
import { proposeByLink } from "./mutations/propose-by-link";
import { proposeProject } from "./mutations/propose-project";
import { findClaimStation } from "./queries/claims";
import { findProjectStation } from "./queries/find-project";
import { findLinkStation } from "./queries/links";
import {
  decideClaimSchema,
  editProjectSchema,
  issueProjectLinkSchema,
  passProjectSchema,
  proposeByLinkSchema,
  proposeProjectSchema,
  replaceContactSchema,
  revokeProjectLinkSchema,
  turnDownProjectSchema,
  typedProposalSchema,
} from "./schema";
import { formParts } from "./view";

const CLOSED = "这个工作站已经关闭，没有收下。请换一个工作站。";
const GONE = "这个链接换过了、撤回了，或者过期了，没有收下。请向工作站要新的链接。";

/** Of what is not there: only who reaches the whole zone reaches it, and is told. */
const NOWHERE: Resource = { kind: "station", stationId: "" };

const station = (stationId: string): Resource => ({ kind: "station", stationId });

/** 申报 by the station. */
export const proposeProjectAction = consoleAction
  .metadata({ permission: "project.propose" })
  .inputSchema(proposeProjectSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { stationId, submissionKey } = parsedInput;
    ctx.authorise(station(stationId));
    const result = await proposeProject({
      ...{ stationId, submissionKey, ...formParts(parsedInput), linkId: null },
      ...{ actorId: ctx.session.memberId, now: ctx.now },
    });
    if (result.ok) redirect(`/committee/projects/${result.projectId}`);
    if (result.reason === "field") returnValidationErrors(proposeProjectSchema, besideFields(result.faults));
    throw new AppError("conflict", CLOSED);
  });

export const editProjectAction = consoleAction
  .metadata({ permission: "project.propose" })
  .inputSchema(editProjectSchema)
  .action(async ({ parsedInput: { projectId, version, ...text }, ctx }) => {
    ctx.authorise(await stationOf(projectId));
    const step = { projectId, version, actorId: ctx.session.memberId, now: ctx.now };
    return stepped(await editProject({ ...step, text }), projectId);
  });

export const replaceContactAction = consoleAction
  .metadata({ permission: "project.propose" })
  .inputSchema(replaceContactSchema)
  .action(async ({ parsedInput: { projectId, version, ...typed }, ctx }) => {
    ctx.authorise(await stationOf(projectId));
    const contact = { ...typed, isUnder14: typed.isUnder14 === "yes" };
    const step = { projectId, version, actorId: ctx.session.memberId, now: ctx.now };
    const result = await replaceContact({ ...step, contact });
    if (!result.ok && result.reason === "field") {
      returnValidationErrors(replaceContactSchema, besideFields(result.faults));
    }
    return stepped(result, projectId);
  });

/** 通过: the first look, or the second. */
export const passProjectAction = consoleAction
  .metadata({ permission: "project.moderate" })
  .inputSchema(passProjectSchema)
  .action(async ({ parsedInput: { projectId, version, seen }, ctx }) => {
    ctx.authorise(await stationOf(projectId));
    const step = { projectId, version, actorId: ctx.session.memberId, now: ctx.now };
    return stepped(await passProject({ ...step, seen: seen === "on" }), projectId);
  });

/** 退回修改 or 撤回. */
export const turnDownProjectAction = consoleAction
  .metadata({ permission: "project.moderate" })
  .inputSchema(turnDownProjectSchema)
  .action(async ({ parsedInput: { step: which, ...asked }, ctx }) => {
    ctx.authorise(await stationOf(asked.projectId));
    const step = { ...asked, actorId: ctx.session.memberId, now: ctx.now };
    return stepped(await (which === "return" ? returnProject(step) : withdrawProject(step)), asked.projectId);
  });

export const issueProjectLinkAction = consoleAction
  .metadata({ permission: "project-link.issue" })
  .inputSchema(issueProjectLinkSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(station(parsedInput.stationId));
    const issued = await issueProjectLink({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (issued === null) throw new AppError("conflict", CLOSED);
    revalidatePath("/committee/projects/links");
    return { done: true };
  });

export const revokeProjectLinkAction = consoleAction
  .metadata({ permission: "project-link.issue" })
  .inputSchema(revokeProjectLinkSchema)
  .action(async ({ parsedInput: { linkId }, ctx }) => {
    const place = await findLinkStation(linkId);
    ctx.authorise(place ?? NOWHERE);
    if (!place) throw new AppError("not-found", "没有这个链接，刷新页面再看。");
    await revokeProjectLink({ linkId, actorId: ctx.session.memberId, now: ctx.now });
    revalidatePath("/committee/projects/links");
    return { done: true };
  });

/** 同意, 不同意, 确认办成, 退回继续办, 放回. */
export const decideClaimAction = consoleAction
  .metadata({ permission: "project.decide" })
  .inputSchema(decideClaimSchema)
  .action(async ({ parsedInput, ctx }) => {
    const place = await findClaimStation(parsedInput.claimId);
    ctx.authorise(place?.resource ?? NOWHERE);
    if (!place) throw new AppError("not-found", "没有这份认领，刷新页面再看。");
    const result = await decideClaim({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    revalidatePath(`/committee/projects/${place.projectId}`);
    if (!result.ok) throw new AppError(result.reason === "unknown" ? "not-found" : "conflict", result.detail);
    return { done: true };
  });

/** 申报 by a village's link. Works without script: what was typed comes back with its faults. */
export const proposeByLinkAction = anonymousAction
  .metadata({ permission: "project.propose-by-link" })
  .inputSchema(typedProposalSchema)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { token, submissionKey, ...typed } = parsedInput;
    const checked = proposeByLinkSchema.safeParse(parsedInput);
    if (!checked.success) {
      return { faults: asRecord(fieldErrors(checked.error).map(({ field, detail }) => [field, detail])), typed };
    }
    const { text, contact } = formParts({ ...checked.data, area: "" });
    const sent = { token, submissionKey, text, contact, address: ctx.address, now: ctx.now };
    const result = await proposeByLink(sent);
    if (result.ok) redirect(`/propose/${encodeURIComponent(token)}?sent=1`);
    switch (result.reason) {
      case "field":
        return { faults: asRecord(result.faults.map(({ field, detail }) => [field, detail])), typed };
      case "too-many":
        return { faults: asRecord([["form", result.detail]]), typed };
      case "closed":
      case "gone":
        return { faults: asRecord([["form", GONE]]), typed };
    }
  });

const asRecord = (pairs: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries([...pairs].reverse());

/** Refused before anything is said: what is not there is asked of the whole zone. */
async function stationOf(projectId: string): Promise<Resource> {
  return (await findProjectStation(projectId)) ?? NOWHERE;
}

const besideFields = (faults: readonly ContactFault[]) =>
  Object.fromEntries(faults.map(({ field, detail }) => [field, { _errors: [detail] }]));

function stepped(result: StepResult | { ok: false; reason: "field" }, projectId: string): { done: true } {
  revalidatePath(`/committee/projects/${projectId}`);
  if (result.ok) return { done: true };
  if (result.reason === "field") throw new AppError("invalid");
  throw new AppError(result.reason === "unknown" ? "not-found" : "conflict", result.detail);
}
