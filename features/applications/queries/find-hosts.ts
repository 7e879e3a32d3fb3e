import { businessDateOf } from "@/domain/calendar/shanghai";
import { covering } from "@/features/access/queries";
import type { BranchScope } from "@/features/access/types";
import { db, type Tx } from "@/lib/db";

/** The organisations whose people a branch has: its host and those where its members work today. */
export async function findHosts(tx: Tx, branchId: string, now: Date): Promise<{ id: string; name: string }[]> {
  const today = covering(businessDateOf(now));
  return tx.organisation.findMany({
    where: {
      state: "active",
      OR: [
        { hosted: { some: { id: branchId } } },
        { employments: { some: { ...today, member: { memberships: { some: { branchId, ...today } } } } } },
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

/** The same for a page. */
export function listHosts({ branchId }: BranchScope, now: Date): Promise<{ id: string; name: string }[]> {
  return findHosts(db(), branchId, now);
}
