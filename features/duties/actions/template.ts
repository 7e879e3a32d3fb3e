"use server";

import { returnValidationErrors } from "next-safe-action";
import { refresh } from "next/cache";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { consoleAction } from "@/features/access/gates/action";
import { listActsSince } from "@/features/audit/queries/log";
import { tellLine } from "@/features/audit/view";
import { AppError } from "@/lib/errors";
import { adaptLine } from "../mutations/adapt-line";
import { issueTemplate, openTemplate } from "../mutations/draw-up-template";
import { addLine, editLine, setLineState } from "../mutations/write-line";
import { findDutyList } from "../queries/duty-list";
import { findAdaptation, findLine } from "../queries/templates";
import {
  adaptLineSchema,
  addLineSchema,
  editLineSchema,
  issueTemplateSchema,
  openTemplateSchema,
  setLineStateSchema,
} from "../schema";
import { adaptationValues, adaptationWords, lineValues } from "../view/words";
import { yearsOffered } from "../view/years";

const ZONE = { kind: "zone" } as const;
const gone = () => new AppError("not-found", "没有这一项，没有改动。刷新页面再看。");
const stale = () => new AppError("conflict", "你打开以后别人改过，没有改动。刷新页面看过再办。");

async function toldSince(id: string, read: number, current: number): Promise<string[]> {
  return (await listActsSince({ kind: "duty-line", id }, { read, current })).map(tellLine);
}

/** 起草一年的责任清单. */
export const openTemplateAction = consoleAction
  .metadata({ permission: "duty.draw-up" })
  .inputSchema(openTemplateSchema)
  .action(async ({ parsedInput: { year }, ctx }) => {
    ctx.authorise(ZONE);
    if (!yearsOffered(businessDateOf(ctx.now)).includes(year)) {
      throw new AppError("invalid", "只能起草今年和明年的责任清单。");
    }
    if (!(await openTemplate({ year, actorId: ctx.session.memberId, now: ctx.now }))) {
      throw new AppError("conflict", `${year}年的责任清单已经有了，刷新页面就能看到。`);
    }
    refresh();
    return { year };
  });

/** 下发. */
export const issueTemplateAction = consoleAction
  .metadata({ permission: "duty.draw-up" })
  .inputSchema(issueTemplateSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(ZONE);
    const result = await issueTemplate({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) {
      if (result.reason === "empty") throw new AppError("invalid", "清单里一项都没有，没有下发。请先加一项。");
      throw result.reason === "gone" ? gone() : stale();
    }
    refresh();
    return { made: result.made.added };
  });

export const addLineAction = consoleAction
  .metadata({ permission: "duty.draw-up" })
  .inputSchema(addLineSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(ZONE);
    const result = await addLine({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) {
      if (result.reason !== "fault") throw gone();
      return returnValidationErrors(addLineSchema, { [result.field]: { _errors: [result.detail] } });
    }
    refresh();
    return { title: parsedInput.title };
  });

export const editLineAction = consoleAction
  .metadata({ permission: "duty.draw-up" })
  .inputSchema(editLineSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(ZONE);
    const { id, version } = parsedInput;
    const result = await editLine({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (result.ok) {
      refresh();
      return { done: true };
    }
    if (result.reason === "fault") {
      return returnValidationErrors(editLineSchema, { [result.field]: { _errors: [result.detail] } });
    }
    const line = await findLine(id);
    if (!line) throw gone();
    const told = await toldSince(id, version, line.version);
    return { stale: { version: line.version, values: lineValues(line), told } };
  });

/** 去掉, 恢复. */
export const setLineStateAction = consoleAction
  .metadata({ permission: "duty.draw-up" })
  .inputSchema(setLineStateSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(ZONE);
    const result = await setLineState({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) {
      if (result.reason === "fault") throw new AppError("conflict", result.detail);
      throw result.reason === "gone" ? gone() : stale();
    }
    refresh();
    return { done: true };
  });

/** What a line is for one organisation. */
export const adaptLineAction = consoleAction
  .metadata({ permission: "duty.adapt" })
  .inputSchema(adaptLineSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { id: organisationId, lineId, isLeftOut, ...rest } = parsedInput;
    ctx.authorise(await findDutyList(organisationId, businessDateOf(ctx.now)));
    const act = { actorId: ctx.session.memberId, now: ctx.now };
    const result = await adaptLine({ organisationId, lineId, isLeftOut: isLeftOut === "1", ...rest, ...act });
    if (result.ok) {
      refresh();
      return { done: true, note: "还没有开始的按这个来，已经开始的不变。" };
    }
    if (result.reason === "fault") {
      return returnValidationErrors(adaptLineSchema, { [result.field]: { _errors: [result.detail] } });
    }
    const row = result.reason === "gone" ? null : await findAdaptation(organisationId, lineId);
    if (!row) throw gone();
    const told = [`现在是“${adaptationWords(row) || "和清单一样"}”，原因是“${row.reason}”。`];
    return { stale: { version: row.version, values: adaptationValues(row), told } };
  });
