"use server";

import { returnValidationErrors } from "next-safe-action";
import { refresh } from "next/cache";
import { consoleAction } from "@/features/access/gates/action";
import { listActsSince } from "@/features/audit/queries/log";
import { tellLine } from "@/features/audit/view";
import { AppError } from "@/lib/errors";
import { createOrganisation } from "./mutations/create-organisation";
import { editOrganisation } from "./mutations/edit-organisation";
import { setOrganisationState } from "./mutations/set-organisation-state";
import { findEditValues, findOrganisationResource } from "./queries";
import { addOrganisationSchema, editOrganisationSchema, setOrganisationStateSchema } from "./schema";
import { tellEdit } from "./view";

const gone = () => new AppError("not-found", "没有这个组织，没有改动。刷新页面再看。");

async function toldSince(id: string, read: number, current: number): Promise<string[]> {
  return (await listActsSince({ kind: "organisation", id }, { read, current })).map(tellLine);
}

/** 登记组织. */
export const addOrganisationAction = consoleAction
  .metadata({ permission: "organisation.create" })
  .inputSchema(addOrganisationSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "station", stationId: parsedInput.stationId });
    const made = await createOrganisation({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!made.ok) return returnValidationErrors(addOrganisationSchema, { [made.field]: { _errors: [made.detail] } });
    return { id: made.id, name: parsedInput.name };
  });

/** 修改组织, 移到别的工作站: over the organisation and over the station it goes to. */
export const editOrganisationAction = consoleAction
  .metadata({ permission: "organisation.edit" })
  .inputSchema(editOrganisationSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { id, version, stationId } = parsedInput;
    const resource = await findOrganisationResource(id);
    if (!resource) throw gone();
    ctx.authorise(resource);
    if (stationId !== resource.stationId) ctx.authorise({ kind: "station", stationId });
    const result = await editOrganisation({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (result.ok) {
      refresh();
      return { done: true, note: tellEdit(result) };
    }
    if (result.reason === "fault") {
      return returnValidationErrors(editOrganisationSchema, { [result.field]: { _errors: [result.detail] } });
    }
    const stands = result.reason === "gone" ? null : await findEditValues(id);
    if (!stands) throw gone();
    return { stale: { ...stands, told: await toldSince(id, version, stands.version) } };
  });

/** 关闭, 恢复. */
export const setOrganisationStateAction = consoleAction
  .metadata({ permission: "organisation.edit" })
  .inputSchema(setOrganisationStateSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { id, version } = parsedInput;
    const resource = await findOrganisationResource(id);
    if (!resource) throw gone();
    ctx.authorise(resource);
    const result = await setOrganisationState({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (result.ok) {
      refresh();
      return { done: true };
    }
    if (result.reason === "gone") throw gone();
    if (result.reason === "remaining") throw new AppError("conflict", `${result.detail}先转出、移走或撤回，再来关闭。`);
    if (result.reason === "station") throw new AppError("conflict", result.detail);
    const stands = await findEditValues(id);
    const told = stands ? await toldSince(id, version, stands.version) : [];
    throw new AppError("conflict", `你打开以后别人改过：${told.join("")}刷新页面看过再办。`);
  });
