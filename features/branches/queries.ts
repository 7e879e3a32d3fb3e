import type { Resource } from "@/domain/access/types";
import type { BranchScope } from "@/features/access/types";
import { db } from "@/lib/db";

export async function findBranchName(scope: BranchScope): Promise<string> {
  return (await db().branch.findUniqueOrThrow({ where: { id: scope.branchId }, select: { name: true } })).name;
}

export type BranchRow = { id: string; name: string; stationId: string };

/** All branches in order of name, for choosing one. */
export function listBranches(): Promise<BranchRow[]> {
  return db().branch.findMany({
    where: { state: "active" },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, stationId: true },
  });
}

/** The branch as the permission table sees it; null when there is none. */
export async function findBranchResource(id: string): Promise<Extract<Resource, { kind: "branch" }> | null> {
  const row = await db().branch.findUnique({
    where: { id },
    select: { stationId: true, hostOrganisationId: true },
  });
  return row ? { kind: "branch", branchId: id, ...row } : null;
}
