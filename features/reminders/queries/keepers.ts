import { USUAL_HOUR } from "@/domain/pushes/hour";
import { covering } from "@/features/access/queries";
import type { Tx } from "@/lib/db";

export type Keepers = {
  /** Secretaries of the branch that keeps the list. */
  secretaries: string[];
  /** Party workers of the organisation who are none of them. */
  workers: string[];
  /** The hour of the branch in Shanghai. */
  hour: string;
};

/** Who answers an organisation's list today. */
export async function listKeepers(
  tx: Tx,
  { organisationId, branchId, today }: { organisationId: string; branchId: string | null; today: string },
): Promise<Keepers> {
  const inOffice = async (role: string, scopeKind: string, scopeId: string): Promise<string[]> => {
    const rows = await tx.roleGrant.findMany({
      where: { role, scopeKind, scopeId, revokedAt: null, ...covering(today), member: { state: "active" } },
      orderBy: { memberId: "asc" },
      select: { memberId: true },
      distinct: ["memberId"],
    });
    return rows.map(({ memberId }) => memberId);
  };
  const secretaries = branchId === null ? [] : await inOffice("branch-secretary", "branch", branchId);
  const workers = await inOffice("party-worker", "organisation", organisationId);
  const setting =
    branchId === null ? null : await tx.pushSetting.findUnique({ where: { branchId }, select: { at: true } });
  return {
    ...{ secretaries, workers: workers.filter((memberId) => !secretaries.includes(memberId)) },
    hour: setting?.at ?? USUAL_HOUR,
  };
}
