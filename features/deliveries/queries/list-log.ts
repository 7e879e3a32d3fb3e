import type { BranchScope, OwnScope } from "@/features/access/types";
import { db, type Prisma } from "@/lib/db";

export type LogRow = {
  id: string;
  createdAt: Date;
  /** The group, or the way to oneself. */
  to: string;
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
  const rows = await listNewest({ targetId: { in: [...names.keys()] } }, NEWEST);
  return rows.map((row) => ({ ...row, to: names.get(row.targetId) ?? "" }));
}

const NEWEST_OWN = 10;

/** The newest messages to the mail address and the browsers of a person. */
export async function listOwnLog({ memberId }: OwnScope): Promise<LogRow[]> {
  const browsers = await db().pushBrowser.findMany({ where: { memberId }, select: { id: true } });
  const mail = { channel: "email", targetId: memberId };
  const push = { channel: "web-push", targetId: { in: browsers.map(({ id }) => id) } };
  const rows = await listNewest({ OR: [mail, push] }, NEWEST_OWN);
  return rows.map((row) => ({ ...row, to: PERSONAL_LABELS[row.channel] ?? "" }));
}

const PERSONAL_LABELS: Readonly<Record<string, string>> = { email: "电子邮件", "web-push": "浏览器通知" };

const listNewest = (where: Prisma.DeliveryWhereInput, take: number) =>
  db().delivery.findMany({
    ...{ where, take, orderBy: [{ createdAt: "desc" }, { id: "desc" }] },
    select: {
      ...{ id: true, createdAt: true, channel: true, targetId: true, title: true, state: true, attempts: true },
      ...{ nextAt: true, lastError: true, sentAt: true },
    },
  });
