import "server-only";
import { headers } from "next/headers";
import { can, isOpenToAnyone } from "@/domain/access/can";
import type { Resource } from "@/domain/access/types";
import { isConsoleFresh } from "@/domain/access/session";
import { actionClient } from "@/lib/action-client";
import { clientAddress } from "@/lib/client-address";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { getActor } from "../queries";
import { currentSession } from "./session";

/**
 * Server actions of signed-in people. The permission is named in the metadata (the client refuses to be built without);
 * `authorise` is handed to the action and decides about the concrete thing.
 */
export const memberAction = actionClient.use(async ({ next, metadata }) => {
  const session = await currentSession();
  if (!session) throw new AppError("unauthenticated", "登录已失效，请重新登录，填写的内容还在这一页。");
  const actor = await getActor(session.memberId, now());
  const authorise = (resource: Resource): void => {
    if (!can(actor, metadata.permission, resource)) throw new AppError("forbidden", "你没有做这件事的权限。");
  };
  return next({ ctx: { session, actor, authorise, now: now() } });
});

/** Actions of the consoles: as above, and the console must have been used within its idle limit. */
export const consoleAction = memberAction.use(async ({ next, ctx }) => {
  if (!isConsoleFresh(ctx.session.consoleUntil, ctx.now)) {
    throw new AppError("unauthenticated", "管理页面闲置太久，请重新登录，填写的内容还在这一页。");
  }
  return next({ ctx });
});

/** Actions without an account: only those that the table opens to anyone. */
export const anonymousAction = actionClient.use(async ({ next, metadata }) => {
  if (!isOpenToAnyone(metadata.permission)) throw new AppError("unauthenticated", "请先登录。");
  return next({ ctx: { address: clientAddress(await headers()), now: now() } });
});
