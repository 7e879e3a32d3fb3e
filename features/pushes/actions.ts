"use server";

import { refresh } from "next/cache";
import { USUAL_HOUR } from "@/domain/pushes/hour";
import { consoleAction } from "@/features/access/gates/action";
import { findBranchResource } from "@/features/branches/queries";
import { setPushHour } from "./mutations/set-push-hour";
import { setPushHourSchema } from "./schema";

/** 推送时间 of a branch. */
export const setPushHourAction = consoleAction
  .metadata({ permission: "push.set" })
  .inputSchema(setPushHourSchema)
  .action(async ({ parsedInput: { branchId, at }, ctx }) => {
    const nowhere = { kind: "branch", branchId: "", stationId: "", hostOrganisationId: null } as const;
    ctx.authorise((await findBranchResource(branchId)) ?? nowhere);
    const hour = at === "off" ? { isOn: false, at: USUAL_HOUR } : { isOn: true, at };
    await setPushHour({ branchId, ...hour, actorId: ctx.session.memberId, now: ctx.now });
    refresh();
    return { words: at === "off" ? "好的，不再推送。" : `好的，每天${at}推送。` };
  });
