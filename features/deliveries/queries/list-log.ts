import type { BranchScope } from "@/features/access/types";
import { db } from "@/lib/db";

export type LogRow = {
  id: string;
  createdAt: Date;
  robot: string;
  title: string;
  state: string;
  attempts: number;
  nextAt: Date;
  lastError: string;
  sentAt: Date | null;
};

const NEWEST = 30;

/** The newest messages to the groups of a branch. */
export async function listBranchLog({ branchId }: BranchScope): Promise<LogRow[]> {
  const robots = await db().robot.findMany({ where: { branchId }, select: { id: true, name: true } });
  const names = new Map(robots.map(({ id, name }) => [id, name]));
  const rows = await db().delivery.findMany({
    where: { targetId: { in: [...names.keys()] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: NEWEST,
    select: {
      ...{ id: true, createdAt: true, targetId: true, title: true, state: true, attempts: true },
      ...{ nextAt: true, lastError: true, sentAt: true },
    },
  });
  return rows.map(({ targetId, ...row }) => ({ ...row, robot: names.get(targetId) ?? "" }));
}
