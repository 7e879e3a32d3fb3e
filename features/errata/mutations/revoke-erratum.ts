import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";

/**
 * Takes a correction back: its words are gone from every page, the record keeps that there was one and why it was taken
 * back. Nobody who has not been told of it yet will be. False when it was revoked already or never was. Safe to repeat.
 */
export function revokeErratum(input: {
  erratumId: string;
  reason: string;
  actorId: string;
  now: Date;
}): Promise<boolean> {
  const { erratumId, reason, actorId, now } = input;
  return inTransaction(async (tx) => {
    const { count } = await tx.erratum.updateMany({
      where: { id: erratumId, revokedAt: null },
      data: { revokedAt: now, revokedById: actorId, revokeReason: reason },
    });
    if (count === 0) return false;
    const row = await tx.erratum.findUniqueOrThrow({ where: { id: erratumId } });
    const subject = { subjectKind: row.targetKind, subjectId: row.targetId };
    await audit(tx, { actorId, action: "erratum.revoke", ...subject, detail: { reason }, now });
    return true;
  });
}
