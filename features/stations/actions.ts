"use server";

import { returnValidationErrors } from "next-safe-action";
import { refresh } from "next/cache";
import { consoleAction } from "@/features/access/gates/action";
import { listActsSince } from "@/features/audit/queries/log";
import { tellLine } from "@/features/audit/view";
import { AppError } from "@/lib/errors";
import { createStation, editStation, setStationState } from "./mutations";
import { findStationValues, listStations } from "./queries";
import { addStationSchema, editStationSchema, setStationStateSchema } from "./schema";

const ZONE = { kind: "zone" } as const;
const gone = () => new AppError("not-found", "没有这个工作站，没有改动。刷新页面再看。");

async function toldSince(id: string, read: number, current: number): Promise<string[]> {
  return (await listActsSince({ kind: "station", id }, { read, current })).map(tellLine);
}

/** 建立工作站, at the end of the list. */
export const addStationAction = consoleAction
  .metadata({ permission: "station.create" })
  .inputSchema(addStationSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(ZONE);
    const last = (await listStations()).at(-1);
    const sort = last === undefined ? 0 : last.sort + 1;
    const made = await createStation({ ...parsedInput, sort, actorId: ctx.session.memberId, now: ctx.now });
    if (!made.ok) return returnValidationErrors(addStationSchema, { name: { _errors: [made.detail] } });
    refresh();
    return { name: parsedInput.name };
  });

/** 改名, 调顺序. */
export const editStationAction = consoleAction
  .metadata({ permission: "station.edit" })
  .inputSchema(editStationSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(ZONE);
    const { id, version } = parsedInput;
    const result = await editStation({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (result.ok) {
      refresh();
      return { done: true };
    }
    if (result.reason === "name" || result.reason === "remaining") {
      return returnValidationErrors(editStationSchema, { name: { _errors: [result.detail] } });
    }
    const now = await findStationValues(id);
    if (!now) throw gone();
    return { stale: { ...now, told: await toldSince(id, version, now.version) } };
  });

/** 关闭, 恢复. */
export const setStationStateAction = consoleAction
  .metadata({ permission: "station.edit" })
  .inputSchema(setStationStateSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(ZONE);
    const { id, version } = parsedInput;
    const result = await setStationState({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (result.ok) {
      refresh();
      return { done: true };
    }
    if (result.reason === "gone") throw gone();
    if (result.reason !== "stale") throw new AppError("conflict", `${result.detail}先移走或撤回，再来关闭。`);
    const stands = await findStationValues(id);
    const told = stands ? await toldSince(id, version, stands.version) : [];
    throw new AppError("conflict", `你打开以后别人改过：${told.join("")}刷新页面看过再办。`);
  });
