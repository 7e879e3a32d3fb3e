import type { BranchScope } from "@/features/access/types";
import { addRobot } from "@/features/channels/mutations/keep-robot";
import { listRobots } from "@/features/channels/queries/robots";
import { ACT, nextNumber, refused, type Way } from "./scene";

/** The name of a group: kept as it was written. */
export const robotName: Way = {
  goes: async (name) => {
    const address = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-naughty-${nextNumber()}`;
    const added = await addRobot({ branchId: "b1", kind: "wecom", name, address, secret: "", ...ACT });
    if (!added.ok) return refused(added.detail);
    const row = (await listRobots({ branchId: "b1" } as BranchScope)).find(({ id }) => id === added.id);
    return { shown: row?.name ?? "not listed" };
  },
};
