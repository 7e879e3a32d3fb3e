"use server";

import { refresh } from "next/cache";
import { consoleAction, memberAction } from "@/features/access/gates/action";
import { findBranchResource } from "@/features/branches/queries";
import { findRobotBranch } from "@/features/channels/queries/robots";
import { env } from "@/lib/env";
import { testOwn } from "./mutations/test-own";
import { testRobot } from "./mutations/test-robot";
import { openChannels } from "./queries/open-channels";
import { testOwnSchema, testRobotSchema } from "./schema";

/** 发一条试试. */
export const testRobotAction = consoleAction
  .metadata({ permission: "channel.keep" })
  .inputSchema(testRobotSchema)
  .action(async ({ parsedInput: { robotId }, ctx }) => {
    const branchId = await findRobotBranch(robotId);
    const nowhere = { kind: "branch", branchId: "", stationId: "", hostOrganisationId: null } as const;
    ctx.authorise((branchId === null ? null : await findBranchResource(branchId)) ?? nowhere);
    const result = await testRobot({
      ...{ robotId, channels: openChannels(), publicUrl: env().PUBLIC_URL },
      ...{ actorId: ctx.session.memberId, now: ctx.now },
    });
    refresh();
    return result;
  });

/** 发一条试试 to oneself. */
export const testOwnAction = memberAction
  .metadata({ permission: "channel.own" })
  .inputSchema(testOwnSchema)
  .action(async ({ parsedInput: { channel }, ctx }) => {
    const { memberId } = ctx.session;
    ctx.authorise({ kind: "self", memberId });
    const sent = { channels: openChannels(), publicUrl: env().PUBLIC_URL, now: ctx.now };
    const result = await testOwn({ memberId, channel, ...sent });
    refresh();
    return result;
  });
