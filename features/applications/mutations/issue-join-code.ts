import { businessDateOf } from "@/domain/calendar/shanghai";
import { audit } from "@/features/audit/mutations";
import { lockOpenBranch } from "@/features/branches/mutations/set-branch-state";
import { randomCode, sealText, sha256Hex } from "@/lib/crypto";
import { inTransaction, type Tx } from "@/lib/db";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A new code for a branch's poster; the one before ends with it. It only opens the form, so eight signs are enough, and
 * it is kept sealed beside its hash, because a poster is printed more than once. False when the branch is closed. Audited.
 */
export function issueJoinCode(input: { branchId: string; days: number; actorId: string; now: Date }): Promise<boolean> {
  const { branchId, days, actorId, now } = input;
  const token = randomCode();
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  return inTransaction(async (tx) => {
    if (!(await lockOpenBranch(tx, branchId))) return false;
    await endOpenCodes(tx, branchId, now);
    await tx.joinCode.create({
      data: {
        ...{ branchId, tokenHash: sha256Hex(token), tokenCipher: sealText(token) },
        ...{ createdById: actorId, createdAt: now, expiresAt },
      },
    });
    const detail = { after: { until: businessDateOf(expiresAt) } };
    await audit(tx, { actorId, action: "join-code.issue", subjectKind: "branch", subjectId: branchId, detail, now });
    return true;
  });
}

/** Ends the code in use; applications that came by it stay. False when there was none. Audited. */
export function revokeJoinCode(input: { branchId: string; actorId: string; now: Date }): Promise<boolean> {
  const { branchId, actorId, now } = input;
  return inTransaction(async (tx) => {
    if ((await endOpenCodes(tx, branchId, now)) === 0) return false;
    await audit(tx, { actorId, action: "join-code.revoke", subjectKind: "branch", subjectId: branchId, now });
    return true;
  });
}

async function endOpenCodes(tx: Tx, branchId: string, now: Date): Promise<number> {
  const ended = await tx.joinCode.updateMany({
    where: { branchId, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  });
  return ended.count;
}
