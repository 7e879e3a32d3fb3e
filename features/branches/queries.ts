import type { BranchScope } from "@/features/access/types";
import { db } from "@/lib/db";

export async function findBranchName(scope: BranchScope): Promise<string> {
  return (await db().branch.findUniqueOrThrow({ where: { id: scope.branchId }, select: { name: true } })).name;
}
