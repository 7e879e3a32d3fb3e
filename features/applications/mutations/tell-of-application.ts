import { businessDateOf } from "@/domain/calendar/shanghai";
import { listCommittee, listInOffice } from "@/features/access/queries";
import { notifyEach } from "@/features/notices/mutations";
import type { Tx } from "@/lib/db";

type Told = {
  id: string;
  branchId: string;
  /** How many wait there already. */
  others: number;
  now: Date;
};

/**
 * A word to the branch's officers that somebody asks to be taken in, or to the committee where the branch has none. Of a
 * whole shop floor that applies in one meeting they are told once, and then once a day while some still wait. Nobody is named.
 */
export async function tellOfApplication(tx: Tx, { id, branchId, others, now }: Told): Promise<void> {
  const today = businessDateOf(now);
  const { name, stationId } = await tx.branch.findUniqueOrThrow({
    where: { id: branchId },
    select: { name: true, stationId: true },
  });
  const officers = await listInOffice(tx, {
    ...{ roles: ["branch-secretary", "study-officer"], today },
    places: [{ scopeKind: "branch", scopeId: branchId }],
  });
  const key = others === 0 ? `application:${id}` : `applications:${branchId}:${today}`;
  if (officers.length > 0) {
    const text = `有人扫支部码申请加入${name}，等你确认。`;
    await notifyEach(tx, officers, { key, text, href: "/branch/applications", now });
    return;
  }
  const text = `有人申请加入${name}。这个支部还没有书记和学习委员，请工委确认。`;
  const committee = await listCommittee(tx, stationId, today);
  await notifyEach(tx, committee, { key, text, href: `/committee/branches/${branchId}`, now });
}
