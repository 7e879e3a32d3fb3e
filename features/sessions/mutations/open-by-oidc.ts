import { NOTICE_VERSION } from "@/domain/people/notice-of-purpose";
import { lockInvited } from "@/features/members/mutations/lock-member";
import { db, inTransaction, type Tx } from "@/lib/db";
import { openSession } from "./open-session";

type Intent = { by: "session"; memberId: string } | { by: "invitation"; tokenHash: string } | null;

/**
 * A proven outside identity → a session. An unknown identity is linked only on an intent of a signed-in person or of an
 * invitation (which it consumes); otherwise null. An identity is never moved to another person.
 */
export async function openByOidc(input: {
  issuer: string;
  subject: string;
  intent: Intent;
  now: Date;
}): Promise<{ memberId: string; sessionId: string } | null> {
  const { issuer, subject, intent, now } = input;
  const memberId = await inTransaction(async (tx) => {
    const link = await tx.oidcLink.findUnique({ where: { issuer_subject: { issuer, subject } } });
    if (link) return link.memberId;
    const linked = await memberOfIntent(tx, intent, now);
    if (!linked) return null;
    await tx.oidcLink.deleteMany({ where: { memberId: linked, issuer } });
    await tx.oidcLink.create({ data: { memberId: linked, issuer, subject, createdAt: now } });
    await tx.securityEvent.create({ data: { kind: "oidc-linked", memberId: linked, at: now } });
    return linked;
  });
  if (!memberId) return null;
  const member = await db().member.findUniqueOrThrow({ where: { id: memberId }, select: { state: true } });
  if (member.state !== "active") return null;
  return { memberId, sessionId: await openSession(memberId, now) };
}

async function memberOfIntent(tx: Tx, intent: Intent, now: Date): Promise<string | null> {
  if (!intent) return null;
  if (intent.by === "session") return intent.memberId;
  const where = {
    tokenHash: intent.tokenHash,
    consumedAt: null,
    revokedAt: null,
    expiresAt: { gt: now },
  };
  const invitation = await tx.invitation.findFirst({ where, select: { memberId: true } });
  // Somebody who is in already links an identity in their own session.
  if (!invitation || !(await lockInvited(tx, invitation.memberId))) return null;
  const consumed = await tx.invitation.updateMany({ where, data: { consumedAt: now } });
  if (consumed.count === 0) return null;
  const { memberId } = invitation;
  await tx.member.update({ where: { id: memberId }, data: { state: "active" } });
  await tx.consent.upsert({
    where: { memberId_noticeVersion: { memberId, noticeVersion: NOTICE_VERSION } },
    create: { memberId, noticeVersion: NOTICE_VERSION, givenAt: now },
    update: {},
  });
  return memberId;
}
