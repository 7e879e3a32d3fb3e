import { NOTICE_VERSION } from "@/domain/people/notice-of-purpose";
import { endSessions } from "@/features/access/mutations";
import { lockInvited } from "@/features/members/mutations/lock-member";
import { findPasswordFault } from "@/features/members/queries";
import { audit, auditEach } from "@/features/audit/mutations";
import { hashPassword, randomTicket, randomToken, sha256Hex } from "@/lib/crypto";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { db, inTransaction, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { INVITATION_DAYS, MOST_AT_ONCE } from "./constants";
import { invitationHash } from "./queries/find-open-invitation";
import { chosenBy, countInvitees, listInvitees, type Invitee } from "./queries/list-invitees";
import type { InviteeFilter } from "./schema";

const expiryOf = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);

const NOT_WAITING =
  "这个人已经进来过，或者停用、转出了，没有发邀请，密码也没有动。进来过而忘了密码的，请给他发一次性口令。";

/**
 * A personal invitation: 14 days, one use. Earlier open invitations of the person are revoked.
 * Answers the token, which is shown once and kept only as a hash. For those alone who have not come in yet: whoever has
 * forgotten the password gets a one-time code, of which the person is told.
 */
export async function createInvitation(input: NewInvitation): Promise<Issued> {
  const issued = await inTransaction((tx) => createInvitationIn(tx, input));
  if (!issued) throw new AppError("conflict", NOT_WAITING);
  return issued;
}

type Issued = { token: string; expiresAt: Date };
type NewInvitation = {
  memberId: string;
  actorId: string | null;
  /** More for the log than who it is for. */
  detail?: Record<string, unknown>;
  now: Date;
};

/** The same inside the caller's transaction; null when the person does not wait for an invitation. */
export async function createInvitationIn(tx: Tx, input: NewInvitation): Promise<Issued | null> {
  const { memberId, actorId, detail = {}, now } = input;
  if (!(await lockInvited(tx, memberId))) return null;
  const token = randomToken();
  const expiresAt = expiryOf(now);
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
    detail: { ...detail, invitation: row.id },
    now,
  });
  return { token, expiresAt };
}

export type IssuedInvitation = { invitee: Invitee; token: string };
export type InvitationBatch = {
  issued: IssuedInvitation[];
  expiresAt: Date;
  /** How many of those chosen are not for this person to invite, and how many come after the first 500. */
  refused: number;
  left: number;
};

/**
 * Invitations for those whom the filter chooses, at most 500 at once, each as `createInvitation`, all or none. Tokens are
 * short enough to be typed from paper and exist in this answer alone. `may` decides about each person.
 */
export async function issueInvitations(
  scope: BranchScope | ZoneScope,
  input: { filter: InviteeFilter; may: (person: Invitee["resource"]) => boolean; actorId: string; now: Date },
): Promise<InvitationBatch> {
  const { filter, may, now } = input;
  const [chosen, count] = await Promise.all([
    listInvitees(scope, filter, { now, take: MOST_AT_ONCE }),
    countInvitees(scope, filter, now),
  ]);
  const allowed = chosen.filter((invitee) => may(invitee.resource));
  const expiresAt = expiryOf(now);
  const tokens = await inTransaction((tx) =>
    replaceAll(tx, { memberIds: allowed.map(({ id }) => id), ...input, expiresAt }),
  );
  const issued = allowed.flatMap((invitee) => {
    const token = tokens.get(invitee.id);
    return token === undefined ? [] : [{ invitee, token }];
  });
  return { issued, expiresAt, refused: chosen.length - allowed.length, left: chosenBy(filter, count) - chosen.length };
}

/** New links for those who still wait, by person; the earlier ones end. */
async function replaceAll(
  tx: Tx,
  { memberIds, actorId, now, expiresAt }: { memberIds: string[]; actorId: string; now: Date; expiresAt: Date },
): Promise<ReadonlyMap<string, string>> {
  // Takes the rows, so that of two such acts at once the second one replaces the links of the first.
  const waiting = { id: { in: memberIds }, state: "invited" };
  await tx.member.updateMany({ where: waiting, data: { state: "invited" } });
  const found = await tx.member.findMany({ where: waiting, select: { id: true } });
  const tokens = new Map(found.map(({ id }) => [id, randomTicket()]));
  await tx.invitation.updateMany({
    where: { memberId: { in: [...tokens.keys()] }, consumedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  await tx.invitation.createMany({
    data: [...tokens].map(([memberId, token]) => ({
      ...{ memberId, tokenHash: invitationHash(token) },
      ...{ createdById: actorId, createdAt: now, expiresAt },
    })),
  });
  const subjects = [...tokens.keys()].map((subjectId) => ({ subjectId }));
  await auditEach(tx, { actorId, action: "invitation.issue", subjectKind: "member", now }, subjects);
  return tokens;
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

/**
 * First sign-in: sets the password, records the consent to the notice of purpose, consumes the token once. `gone` as well
 * for somebody who came in another way meanwhile: an invitation changes no password.
 */
export async function acceptInvitation(input: { token: string; password: string; now: Date }): Promise<AcceptResult> {
  const { now } = input;
  const tokenHash = invitationHash(input.token);
  const invitation = await db().invitation.findUnique({ where: { tokenHash }, select: { memberId: true } });
  if (!invitation) return { ok: false, reason: "gone" };
  const { memberId } = invitation;
  const fault = await findPasswordFault(memberId, input.password);
  if (fault) return { ok: false, reason: "password", detail: fault };
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (tx) => {
    if (!(await lockInvited(tx, memberId))) return { ok: false, reason: "gone" } as const;
    const consumed = await tx.invitation.updateMany({
      where: { tokenHash, consumedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { consumedAt: now },
    });
    if (consumed.count === 0) return { ok: false, reason: "gone" } as const;
    await tx.member.update({ where: { id: memberId }, data: { state: "active", passwordHash } });
    await endSessions(tx, { memberId, now });
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
