import { USUAL_HOUR } from "@/domain/pushes/hour";
import { covering } from "@/features/access/queries";
import type { BranchScope } from "@/features/access/types";
import { db } from "@/lib/db";

export type PushHour = { isOn: boolean; at: string };

const USUAL: PushHour = { isOn: true, at: USUAL_HOUR };

/** When a branch gets 党史天天谈, and whether it does. */
export async function findPushHour({ branchId }: BranchScope): Promise<PushHour> {
  const row = await db().pushSetting.findUnique({ where: { branchId }, select: { isOn: true, at: true } });
  return row ?? USUAL;
}

/** Open branches that have not got the push of that day yet, each with its hour. */
export async function listUnpushed(day: string): Promise<({ branchId: string } & PushHour)[]> {
  const rows = await db().branch.findMany({
    where: { state: "active", pushes: { none: { day } } },
    orderBy: { id: "asc" },
    select: { id: true, pushSetting: { select: { isOn: true, at: true } } },
  });
  return rows.map(({ id, pushSetting }) => ({ branchId: id, ...(pushSetting ?? USUAL) }));
}

/** Everybody who belongs to the branch that day and has an account in use. */
export async function listReceivers(branchId: string, day: string): Promise<string[]> {
  const rows = await db().membership.findMany({
    where: { branchId, ...covering(day), member: { state: "active" } },
    orderBy: { memberId: "asc" },
    select: { memberId: true },
    distinct: ["memberId"],
  });
  return rows.map(({ memberId }) => memberId);
}
