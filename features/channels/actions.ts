"use server";

import { refresh } from "next/cache";
import { memberAction } from "@/features/access/gates/action";
import { turnChannel } from "./mutations/turn-channel";
import { turnChannelSchema } from "./schema";

/** 停收, 恢复: one way of reaching oneself. */
export const turnChannelAction = memberAction
  .metadata({ permission: "channel.turn" })
  .inputSchema(turnChannelSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { memberId } = ctx.session;
    ctx.authorise({ kind: "self", memberId });
    await turnChannel({ ...parsedInput, memberId, now: ctx.now });
    refresh();
    return { done: true };
  });
