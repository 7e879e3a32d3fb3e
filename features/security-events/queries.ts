import { db } from "@/lib/db";

export type SecurityEventRow = {
  id: string;
  at: Date;
  kind: string;
  memberName: string | null;
  address: string | null;
};

const EVENTS_A_PAGE = 50;

/** One page of the log, newest first, not older than `since`; `more` says whether another follows. */
export async function listSecurityEvents(input: {
  since: Date;
  page: number;
}): Promise<{ rows: SecurityEventRow[]; more: boolean }> {
  const found = await db().securityEvent.findMany({
    where: { at: { gte: input.since } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip: (input.page - 1) * EVENTS_A_PAGE,
    take: EVENTS_A_PAGE + 1,
    select: { id: true, at: true, kind: true, memberId: true, address: true },
  });
  const ids = found.flatMap((row) => (row.memberId ? [row.memberId] : []));
  const members = await db().member.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(members.map((member) => [member.id, member.name]));
  const rows = found.slice(0, EVENTS_A_PAGE).map(({ memberId, ...row }) => ({
    ...row,
    memberName: memberId ? (names.get(memberId) ?? null) : null,
  }));
  return { rows, more: found.length > EVENTS_A_PAGE };
}
