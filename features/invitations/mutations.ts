import { NOTICE_VERSION } from "@/domain/people/notice-of-purpose";
import { findPasswordFault } from "@/features/members/queries";
import { audit } from "@/features/audit/mutations";
import { hashPassword, randomToken, sha256Hex } from "@/lib/crypto";
import { db, inTransaction } from "@/lib/db";
import { INVITATION_DAYS } from "./constants";

/**
 * A personal invitation: 14 days, one use. Earlier open invitations of the person are revoked.
 * Answers the token, which is shown once and kept only as a hash.
 */
export async function createInvitation(input: {
  memberId: string;
  actorId: string | null;
  now: Date;
}): Promise<{ token: string; expiresAt: Date }> {
  const { memberId, actorId, now } = input;
  const token = randomToken();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
  await inTransaction(async (tx) => {
    await tx.invitation.updateMany({
      where: { memberId, consumedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const row = await tx.invitation.create({
      data: { memberId, tokenHash: sha256Hex(token), createdById: actorId, createdAt: now, expiresAt },
    });
    await audit(tx, {
      actorId,
      action: "invitation.issue",
      subjectKind: "member",
      subjectId: memberId,
      detail: { invitation: row.id },
      now,
    });
  });
  return { token, expiresAt };
}

/** Withdraws the open invitations of a person; answers how many there were. */
export async function revokeInvitations(input: { memberId: string; actorId: string; now: Date }): Promise<number> {
  const { memberId, actorId, now } = input;
  return inTransaction(async (tx) => {
    const revoked = await tx.invitation.updateMany({
      where: { memberId, consumedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    await audit(tx, {
      actorId,
      action: "invitation.revoke",
      subjectKind: "member",
      subjectId: memberId,
      detail: { count: revoked.count },
      now,
    });
    return revoked.count;
  });
}

export type AcceptResult =
  { ok: true; memberId: string } | { ok: false; reason: "gone" } | { ok: false; reason: "password"; detail: string };

/** First sign-in: sets the password, records the consent to the notice of purpose, consumes the token once. */
export async function acceptInvitation(input: { token: string; password: string; now: Date }): Promise<AcceptResult> {
  const { now } = input;
  const tokenHash = sha256Hex(input.token);
  const invitation = await db().invitation.findUnique({ where: { tokenHash }, select: { memberId: true } });
  if (!invitation) return { ok: false, reason: "gone" };
  const { memberId } = invitation;
  const fault = await findPasswordFault(memberId, input.password);
  if (fault) return { ok: false, reason: "password", detail: fault };
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (tx) => {
    const consumed = await tx.invitation.updateMany({
      where: {
        tokenHash,
        consumedAt: null,
        revokedAt: null,
        expiresAt: { gt: now },
        member: { state: { in: ["invited", "active"] } },
      },
      data: { consumedAt: now },
    });
    if (consumed.count === 0) return { ok: false, reason: "gone" } as const;
    await tx.member.update({ where: { id: memberId }, data: { state: "active", passwordHash } });
    await tx.session.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: now } });
    await tx.consent.upsert({
      where: { memberId_noticeVersion: { memberId, noticeVersion: NOTICE_VERSION } },
      create: { memberId, noticeVersion: NOTICE_VERSION, givenAt: now },
      update: {},
    });
    await tx.securityEvent.create({ data: { kind: "invitation-accepted", memberId, at: now } });
    return { ok: true, memberId } as const;
  });
}

/** Removes invitations and one-time codes that ended more than 30 days ago. */
export async function purgeTokens(now: Date): Promise<number> {
  const before = new Date(now.getTime() - 30 * 24 * 60 * 60 * 1000);
  const invitations = await db().invitation.deleteMany({ where: { expiresAt: { lt: before } } });
  const codes = await db().oneTimeCode.deleteMany({ where: { expiresAt: { lt: before } } });
  const sessions = await db().session.deleteMany({ where: { expiresAt: { lt: before } } });
  return invitations.count + codes.count + sessions.count;
}
