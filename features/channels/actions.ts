"use server";

import { refresh } from "next/cache";
import { returnValidationErrors } from "next-safe-action";
import { consoleAction, memberAction } from "@/features/access/gates/action";
import { findBranchResource } from "@/features/branches/queries";
import { ownEmailChannel } from "@/lib/delivery/email";
import { AppError } from "@/lib/errors";
import { keepBrowser, removeBrowser } from "./mutations/keep-browser";
import { confirmEmail, removeEmail, requestEmail } from "./mutations/keep-email";
import { addRobot, removeRobot } from "./mutations/keep-robot";
import { turnChannel } from "./mutations/turn-channel";
import { findRobotBranch } from "./queries/robots";
import {
  addRobotSchema,
  confirmEmailSchema,
  keepBrowserSchema,
  removeBrowserSchema,
  removeRobotSchema,
  requestEmailSchema,
  turnChannelSchema,
} from "./schema";

const own = memberAction.metadata({ permission: "channel.own" });

/** 停收, 恢复: one way of reaching oneself. */
export const turnChannelAction = own.inputSchema(turnChannelSchema).action(async ({ parsedInput, ctx }) => {
  const { memberId } = ctx.session;
  ctx.authorise({ kind: "self", memberId });
  await turnChannel({ ...parsedInput, memberId, now: ctx.now });
  refresh();
  return { done: true };
});

/** 发确认码 to the own e-mail address. */
export const requestEmailAction = own
  .inputSchema(requestEmailSchema)
  .action(async ({ parsedInput: { address }, ctx }) => {
    const { memberId } = ctx.session;
    ctx.authorise({ kind: "self", memberId });
    const channel = ownEmailChannel();
    if (channel === null) throw new AppError("conflict", "这里还没有开通电子邮件，没有发。");
    const asked = await requestEmail({ memberId, address, channel, now: ctx.now });
    if (!asked.ok) returnValidationErrors(requestEmailSchema, { address: { _errors: [asked.detail] } });
    refresh();
    return { done: true };
  });

/** 确认邮箱. */
export const confirmEmailAction = own.inputSchema(confirmEmailSchema).action(async ({ parsedInput: { code }, ctx }) => {
  const { memberId } = ctx.session;
  ctx.authorise({ kind: "self", memberId });
  const confirmed = await confirmEmail({ memberId, code, now: ctx.now });
  if (!confirmed.ok) returnValidationErrors(confirmEmailSchema, { code: { _errors: [confirmed.detail] } });
  refresh();
  return { done: true };
});

/** 删掉邮箱. */
export const removeEmailAction = own.action(async ({ ctx }) => {
  const { memberId } = ctx.session;
  ctx.authorise({ kind: "self", memberId });
  await removeEmail(memberId);
  refresh();
  return { done: true };
});

/** 打开浏览器通知. */
export const keepBrowserAction = own.inputSchema(keepBrowserSchema).action(async ({ parsedInput, ctx }) => {
  const { memberId } = ctx.session;
  ctx.authorise({ kind: "self", memberId });
  if (!(await keepBrowser({ ...parsedInput, memberId, now: ctx.now }))) {
    throw new AppError("conflict", "开关得太频繁了，过一会儿再试。");
  }
  refresh();
  return { done: true };
});

/** 关掉浏览器通知. */
export const removeBrowserAction = own
  .inputSchema(removeBrowserSchema)
  .action(async ({ parsedInput: { endpoint }, ctx }) => {
    const { memberId } = ctx.session;
    ctx.authorise({ kind: "self", memberId });
    await removeBrowser({ memberId, endpoint });
    refresh();
    return { done: true };
  });

const nowhere = { kind: "branch", branchId: "", stationId: "", hostOrganisationId: null } as const;

/** 加群机器人 of a branch. */
export const addRobotAction = consoleAction
  .metadata({ permission: "channel.keep" })
  .inputSchema(addRobotSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise((await findBranchResource(parsedInput.branchId)) ?? nowhere);
    const added = await addRobot({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!added.ok) returnValidationErrors(addRobotSchema, { [added.field]: { _errors: [added.detail] } });
    refresh();
    return { done: true };
  });

/** 撤掉群机器人. */
export const removeRobotAction = consoleAction
  .metadata({ permission: "channel.keep" })
  .inputSchema(removeRobotSchema)
  .action(async ({ parsedInput: { robotId }, ctx }) => {
    const branchId = (await findRobotBranch(robotId)) ?? "";
    ctx.authorise((await findBranchResource(branchId)) ?? nowhere);
    const done = await removeRobot({ robotId, branchId, actorId: ctx.session.memberId, now: ctx.now });
    if (!done) throw new AppError("conflict", "已经撤掉了，刷新页面就能看到。");
    refresh();
    return { done };
  });
