"use server";

import { returnValidationErrors } from "next-safe-action";
import { refresh } from "next/cache";
import { grantsFor } from "@/domain/access/can";
import type { Actor } from "@/domain/access/types";
import { formatFull } from "@/domain/calendar/labels";
import { TRANSFER_SIDES, type TransferKind, type TransferSide } from "@/domain/people/transfer";
import { consoleAction, memberAction } from "@/features/access/gates/action";
import { getMemberResource } from "@/features/members/queries";
import { AppError } from "@/lib/errors";
import { assentTransfer } from "./mutations/assent-transfer";
import { cancelTransfer } from "./mutations/cancel-transfer";
import { endTransfer } from "./mutations/end-transfer";
import { requestTransfer, type TransferFault, type TransferResult } from "./mutations/request-transfer";
import { findTarget } from "./queries/find-target";
import { findByNameAndLogin, findSides, findTransferSides } from "./queries/find-transfer";
import {
  assentTransferSchema,
  cancelTransferSchema,
  refuseTransferSchema,
  requestByLoginSchema,
  requestOwnTransferSchema,
  requestTransferSchema,
  withdrawTransferSchema,
} from "./schema";
import { isOfficerOf, mayAsk, mayDecide, speaksFor } from "./view";

const FORBIDDEN = "你没有做这件事的权限。";
const forbidden = (): AppError => new AppError("forbidden", FORBIDDEN);

type Done = Extract<TransferResult, { ok: true }>;

/** What became of it, in words for the form. */
function told({ state, since }: Done): { done: boolean; words: string } {
  const words = state === "done" ? `办好了，${formatFull(since)}起生效。` : "申请送出了，要同意的人会在消息里看到。";
  return { done: true, words };
}

/** A refusal beside the field it is about; what is about the person stands beside the place. */
function faultsOf({ field, detail }: TransferFault): Record<string, { _errors: string[] }> {
  return { [field === "toId" || field === "memberId" ? "to" : field]: { _errors: [detail] } };
}

type Asked = { memberId: string; kind: TransferKind; toId: string; since: string };

/** The sides whose officer asks: asking is their assent. */
async function ownSides(actor: Actor, asked: Asked): Promise<TransferSide[]> {
  const sides = await findSides(asked);
  return TRANSFER_SIDES.filter((side) => isOfficerOf(actor, asked, sides[side]));
}

/** 转接 from a person's page: by the side the person comes from, or by the committee, which may decide at once. */
export const requestTransferAction = consoleAction
  .metadata({ permission: "transfer.request" })
  .inputSchema(requestTransferSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { decide, to, ...rest } = parsedInput;
    const target = await findTarget(rest.kind, to);
    const asked = { ...rest, toId: target.ok ? target.id : "" };
    const person = await getMemberResource(asked.memberId, ctx.now);
    const sides = await findSides(asked);
    if (!mayAsk(ctx.actor, asked, person, sides.from)) throw forbidden();
    if (!target.ok) return returnValidationErrors(requestTransferSchema, { to: { _errors: [target.detail] } });
    const decides = decide !== "" && mayDecide(ctx.actor, asked, person, sides);
    const assents = decides ? TRANSFER_SIDES : await ownSides(ctx.actor, asked);
    const result = await requestTransfer({ ...asked, assents, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok)
      return returnValidationErrors(requestTransferSchema, { [result.field]: { _errors: [result.detail] } });
    refresh();
    return told(result);
  });

const NOT_FOUND = "没有找到姓名和登录名都对得上的人，没有申请。请向本人核对这两项。";

/** 转接 by name and login: by either side, for somebody whose page this side may not open. */
export const requestByLoginAction = consoleAction
  .metadata({ permission: "transfer.request" })
  .inputSchema(requestByLoginSchema)
  .action(async ({ parsedInput, ctx }) => {
    if (grantsFor(ctx.actor, "transfer.request").length === 0) throw forbidden();
    const { name, login, to, ...rest } = parsedInput;
    const target = await findTarget(rest.kind, to);
    if (!target.ok) return returnValidationErrors(requestByLoginSchema, { to: { _errors: [target.detail] } });
    const memberId = (await findByNameAndLogin(name, login)) ?? "";
    const asked = { ...rest, memberId, toId: target.id };
    const sides = await findSides(asked);
    const speaks = TRANSFER_SIDES.some((side) => speaksFor(ctx.actor, "transfer.request", asked, sides[side]));
    // Somebody of neither side is told like somebody unknown, so that nobody learns who is on another list.
    if (asked.memberId === "" || !speaks) {
      return returnValidationErrors(requestByLoginSchema, { login: { _errors: [NOT_FOUND] } });
    }
    const assents = await ownSides(ctx.actor, asked);
    const result = await requestTransfer({ ...asked, assents, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) return returnValidationErrors(requestByLoginSchema, faultsOf(result));
    refresh();
    return told(result);
  });

/** 申请转接 for oneself. */
export const requestOwnTransferAction = memberAction
  .metadata({ permission: "transfer.request" })
  .inputSchema(requestOwnTransferSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { memberId } = ctx.session;
    ctx.authorise({ kind: "self", memberId });
    const { to, ...rest } = parsedInput;
    const target = await findTarget(rest.kind, to);
    if (!target.ok) return returnValidationErrors(requestOwnTransferSchema, { to: { _errors: [target.detail] } });
    const asked = { ...rest, memberId, toId: target.id, workNumber: "", assents: [] };
    const result = await requestTransfer({ ...asked, actorId: memberId, now: ctx.now });
    if (!result.ok) return returnValidationErrors(requestOwnTransferSchema, faultsOf(result));
    refresh();
    return told(result);
  });

/** 同意 for the sides that the actor speaks for; of the committee also for both. The last assent does the move. */
export const assentTransferAction = consoleAction
  .metadata({ permission: "transfer.assent" })
  .inputSchema(assentTransferSchema)
  .action(async ({ parsedInput, ctx }) => {
    const found = await findTransferSides(parsedInput.transferId);
    const speaks = TRANSFER_SIDES.filter(
      (side) => found && speaksFor(ctx.actor, "transfer.assent", found.transfer, found.sides[side]),
    );
    if (speaks.length === 0) throw forbidden();
    const result = await assentTransfer({ ...parsedInput, sides: speaks, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) return refused(result);
    refresh();
    return told(result);
  });

/** 直接办理: the committee decides for both sides. */
export const decideTransferAction = consoleAction
  .metadata({ permission: "transfer.decide" })
  .inputSchema(assentTransferSchema)
  .action(async ({ parsedInput, ctx }) => {
    const found = await findTransferSides(parsedInput.transferId);
    if (!found) throw forbidden();
    const person = await getMemberResource(found.transfer.memberId, ctx.now);
    if (!mayDecide(ctx.actor, found.transfer, person, found.sides)) throw forbidden();
    const actorId = ctx.session.memberId;
    const result = await assentTransfer({ ...parsedInput, sides: TRANSFER_SIDES, actorId, now: ctx.now });
    if (!result.ok) return refused(result);
    refresh();
    return told(result);
  });

function refused(result: Extract<TransferResult, { ok: false }>): never {
  if (result.field === "workNumber") {
    return returnValidationErrors(assentTransferSchema, { workNumber: { _errors: [result.detail] } });
  }
  throw new AppError("conflict", result.detail);
}

const ENDED = "这份转接已经办完、撤回或没有同意，没有变动。刷新页面就能看到。";

/** Refuses whoever speaks for neither side. */
async function speakForEither(actor: Actor, transferId: string): Promise<void> {
  const found = await findTransferSides(transferId);
  const speaks = TRANSFER_SIDES.some(
    (side) => found && speaksFor(actor, "transfer.assent", found.transfer, found.sides[side]),
  );
  if (!speaks) throw forbidden();
}

/** 不同意, with a reason: by either side. */
export const refuseTransferAction = consoleAction
  .metadata({ permission: "transfer.assent" })
  .inputSchema(refuseTransferSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { transferId, reason } = parsedInput;
    await speakForEither(ctx.actor, transferId);
    const ending = { transferId, state: "refused", note: reason, actorId: ctx.session.memberId, now: ctx.now } as const;
    if (!(await endTransfer(ending))) throw new AppError("conflict", ENDED);
    refresh();
    return { done: true };
  });

/** 取消 of a move that is agreed on and whose day has not come: by either side, as long as both could still refuse. */
export const cancelTransferAction = consoleAction
  .metadata({ permission: "transfer.assent" })
  .inputSchema(cancelTransferSchema)
  .action(async ({ parsedInput, ctx }) => {
    await speakForEither(ctx.actor, parsedInput.transferId);
    const result = await cancelTransfer({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("conflict", result.detail);
    refresh();
    return { done: true };
  });

/** 撤回 by whoever asked. */
export const withdrawTransferAction = memberAction
  .metadata({ permission: "transfer.request" })
  .inputSchema(withdrawTransferSchema)
  .action(async ({ parsedInput, ctx }) => {
    const actorId = ctx.session.memberId;
    const found = await findTransferSides(parsedInput.transferId);
    if (found?.transfer.requestedById !== actorId) throw forbidden();
    const ending = { ...parsedInput, state: "withdrawn", note: "", actorId, now: ctx.now } as const;
    if (!(await endTransfer(ending))) throw new AppError("conflict", ENDED);
    refresh();
    return { done: true };
  });
