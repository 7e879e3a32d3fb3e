import type { BranchScope } from "@/features/access/types";
import { normaliseCode, openText, sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";

/** The branch that a code leads to; null when the code is unknown, ended or the branch closed. Typed in any spelling. */
export async function findOpenJoinCode(
  token: string,
  now: Date,
): Promise<{ id: string; branchId: string; branch: string } | null> {
  const row = await db().joinCode.findUnique({
    where: { tokenHash: sha256Hex(normaliseCode(token)) },
    select: {
      id: true,
      branchId: true,
      expiresAt: true,
      revokedAt: true,
      branch: { select: { name: true, state: true } },
    },
  });
  if (!row || row.revokedAt || row.expiresAt <= now || row.branch.state !== "active") return null;
  return { id: row.id, branchId: row.branchId, branch: row.branch.name };
}

/** The code in use of one branch, opened to be printed; null without one. */
export async function findJoinCode(
  { branchId }: BranchScope,
  now: Date,
): Promise<{ token: string; createdAt: Date; expiresAt: Date } | null> {
  const row = await db().joinCode.findFirst({
    where: { branchId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: { tokenCipher: true, createdAt: true, expiresAt: true },
  });
  return row && { token: openText(row.tokenCipher), createdAt: row.createdAt, expiresAt: row.expiresAt };
}
