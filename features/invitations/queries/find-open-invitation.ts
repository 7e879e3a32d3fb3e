import { normaliseTicket, sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";

/** What is kept of a token. One that was typed from paper is read in any spelling. */
export function invitationHash(token: string): string {
  return sha256Hex(normaliseTicket(token));
}

/**
 * The person an open invitation is for, without consuming it; null when it is unknown, used, revoked or expired, or the
 * person does not wait for one any more.
 */
export async function findOpenInvitation(
  token: string,
  now: Date,
): Promise<{ memberId: string; name: string; expiresAt: Date } | null> {
  const row = await db().invitation.findUnique({
    where: { tokenHash: invitationHash(token) },
    select: {
      expiresAt: true,
      consumedAt: true,
      revokedAt: true,
      member: { select: { id: true, name: true, state: true } },
    },
  });
  if (!row || row.consumedAt || row.revokedAt || row.expiresAt <= now) return null;
  if (row.member.state !== "invited") return null;
  return { memberId: row.member.id, name: row.member.name, expiresAt: row.expiresAt };
}
