"use server";

import { returnValidationErrors } from "next-safe-action";
import { refresh } from "next/cache";
import type { Resource } from "@/domain/access/types";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { consoleAction } from "@/features/access/gates/action";
import { AppError } from "@/lib/errors";
import { confirmDuty, deferDuty, reportDuty, returnDuty, takeBackDuty, type DutyResult } from "../mutations/do-duty";
import { findDutyOrganisation } from "../queries/duties";
import { findDutyList } from "../queries/duty-list";
import {
  confirmDutiesSchema,
  deferDutySchema,
  reportDutySchema,
  returnDutySchema,
  takeBackDutySchema,
} from "../schema";

type Context = { authorise: (resource: Resource) => void; now: Date };

/** Who asks about an unknown duty learns no more than who asks about another's. */
async function allowed(dutyId: string, { authorise, now }: Context): Promise<void> {
  authorise(await findDutyList((await findDutyOrganisation(dutyId)) ?? "", businessDateOf(now)));
}

function settle(result: DutyResult): { done: true } {
  if (result.ok) {
    refresh();
    return { done: true };
  }
  if (result.reason === "gone") throw new AppError("not-found", "没有这一件，或已经不作要求，没有存。刷新页面再看。");
  if (result.reason === "stale") {
    throw new AppError("conflict", "你打开以后别人办过这一件，没有存。写的还在这一页，刷新页面看过再办。");
  }
  throw new AppError("conflict", "这一件现在不能这样办：可能已经确认过，或是你自己报的，要别人来确认。");
}

/** 办了, 已线下完成. */
export const reportDutyAction = consoleAction
  .metadata({ permission: "duty.do" })
  .inputSchema(reportDutySchema)
  .action(async ({ parsedInput, ctx }) => {
    await allowed(parsedInput.dutyId, ctx);
    return settle(await reportDuty({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now }));
  });

/** 推迟. */
export const deferDutyAction = consoleAction
  .metadata({ permission: "duty.do" })
  .inputSchema(deferDutySchema)
  .action(async ({ parsedInput, ctx }) => {
    await allowed(parsedInput.dutyId, ctx);
    const result = await deferDuty({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok && result.reason === "fault") {
      return returnValidationErrors(deferDutySchema, { [result.field]: { _errors: [result.detail] } });
    }
    return settle(result);
  });

/** 撤回, what was reported by mistake. */
export const takeBackDutyAction = consoleAction
  .metadata({ permission: "duty.do" })
  .inputSchema(takeBackDutySchema)
  .action(async ({ parsedInput, ctx }) => {
    await allowed(parsedInput.dutyId, ctx);
    return settle(await takeBackDuty({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now }));
  });

/** 退回, with the reason. */
export const returnDutyAction = consoleAction
  .metadata({ permission: "duty.confirm" })
  .inputSchema(returnDutySchema)
  .action(async ({ parsedInput, ctx }) => {
    await allowed(parsedInput.dutyId, ctx);
    return settle(await returnDuty({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now }));
  });

/** 确认 one or many: each by itself, what somebody else has changed meanwhile is left. */
export const confirmDutiesAction = consoleAction
  .metadata({ permission: "duty.confirm" })
  .inputSchema(confirmDutiesSchema)
  .action(async ({ parsedInput: { duties }, ctx }) => {
    for (const { dutyId } of duties) await allowed(dutyId, ctx);
    let confirmed = 0;
    for (const seen of duties) {
      const result = await confirmDuty({ ...seen, actorId: ctx.session.memberId, now: ctx.now });
      if (result.ok) confirmed += 1;
    }
    refresh();
    return { confirmed, left: duties.length - confirmed };
  });
