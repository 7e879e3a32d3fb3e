"use server";

import { refresh } from "next/cache";
import { memberAction } from "@/features/access/gates/action";
import { renewFeed, revokeFeed } from "./mutations";

const own = memberAction.metadata({ permission: "channel.own" });

/** 要一个地址, 换一个地址: the one before it ends. */
export const renewFeedAction = own.action(async ({ ctx }) => {
  const { memberId } = ctx.session;
  ctx.authorise({ kind: "self", memberId });
  await renewFeed({ memberId, now: ctx.now });
  refresh();
  return { done: true };
});

/** 作废地址. */
export const revokeFeedAction = own.action(async ({ ctx }) => {
  const { memberId } = ctx.session;
  ctx.authorise({ kind: "self", memberId });
  await revokeFeed(memberId);
  refresh();
  return { done: true };
});
