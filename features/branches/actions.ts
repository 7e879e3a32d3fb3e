"use server";

import { returnValidationErrors } from "next-safe-action";
import { refresh } from "next/cache";
import type { Resource } from "@/domain/access/types";
import { consoleAction } from "@/features/access/gates/action";
import { listActsSince } from "@/features/audit/queries/log";
import { tellLine } from "@/features/audit/view";
import { findOrganisationResource } from "@/features/organisations/queries";
import { AppError } from "@/lib/errors";
import { createBranch } from "./mutations/create-branch";
import { editBranch } from "./mutations/edit-branch";
import { setBranchState } from "./mutations/set-branch-state";
import { findBranchResource, findEditValues } from "./queries";
import { addBranchSchema, editBranchSchema, setBranchStateSchema } from "./schema";

const gone = () => new AppError("not-found", "没有这个支部，没有改动。刷新页面再看。");

async function toldSince(id: string, read: number, current: number): Promise<string[]> {
  return (await listActsSince({ kind: "branch", id }, { read, current })).map(tellLine);
}

type Typed = { hostOrganisationId: string; stationId: string };

/** The station where the branch is to stand: its host's, or the one that was chosen. */
async function stationOf({ hostOrganisationId, stationId }: Typed): Promise<Extract<Resource, { kind: "station" }>> {
  if (hostOrganisationId === "") return { kind: "station", stationId };
  const host = await findOrganisationResource(hostOrganisationId);
  if (!host) throw new AppError("not-found", "选的组织已经不在了，没有保存。刷新页面重新选择。");
  return { kind: "station", stationId: host.stationId ?? "" };
}

/** 建立支部: hosted by an organisation, or joint at a station. */
export const addBranchAction = consoleAction
  .metadata({ permission: "branch.create" })
  .inputSchema(addBranchSchema)
  .action(async ({ parsedInput, ctx }) => {
    const station = await stationOf(parsedInput);
    ctx.authorise(station);
    const made = await createBranch({
      ...{ name: parsedInput.name, hostOrganisationId: parsedInput.hostOrganisationId || null },
      ...{ stationId: station.stationId, actorId: ctx.session.memberId, now: ctx.now },
    });
    if (!made.ok) return returnValidationErrors(addBranchSchema, { [made.field]: { _errors: [made.detail] } });
    return { id: made.id, name: parsedInput.name };
  });

/** 修改支部, 换所在组织或工作站: over the branch and over the station it goes to. */
export const editBranchAction = consoleAction
  .metadata({ permission: "branch.edit" })
  .inputSchema(editBranchSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { id, version, name } = parsedInput;
    const resource = await findBranchResource(id);
    if (!resource) throw gone();
    ctx.authorise(resource);
    const station = await stationOf(parsedInput);
    if (station.stationId !== resource.stationId) ctx.authorise(station);
    const result = await editBranch({
      ...{ id, version, name, hostOrganisationId: parsedInput.hostOrganisationId || null },
      ...{ stationId: station.stationId, actorId: ctx.session.memberId, now: ctx.now },
    });
    if (result.ok) {
      refresh();
      return { done: true };
    }
    if (result.reason === "fault") {
      return returnValidationErrors(editBranchSchema, { [result.field]: { _errors: [result.detail] } });
    }
    const stands = result.reason === "gone" ? null : await findEditValues(id);
    if (!stands) throw gone();
    return { stale: { ...stands, told: await toldSince(id, version, stands.version) } };
  });

/** 关闭, 恢复. */
export const setBranchStateAction = consoleAction
  .metadata({ permission: "branch.edit" })
  .inputSchema(setBranchStateSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { id, version } = parsedInput;
    const resource = await findBranchResource(id);
    if (!resource) throw gone();
    ctx.authorise(resource);
    const result = await setBranchState({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (result.ok) {
      refresh();
      return { done: true };
    }
    if (result.reason === "gone") throw gone();
    if (result.reason === "remaining") throw new AppError("conflict", `${result.detail}先转走、撤回或答复，再来关闭。`);
    if (result.reason === "place") throw new AppError("conflict", result.detail);
    const stands = await findEditValues(id);
    const told = stands ? await toldSince(id, version, stands.version) : [];
    throw new AppError("conflict", `你打开以后别人改过：${told.join("")}刷新页面看过再办。`);
  });
