import { businessDateOf } from "@/domain/calendar/shanghai";
import { endSessions } from "@/features/access/mutations";
import { endChannels } from "@/features/channels/mutations/end-channels";
import type { Tx } from "@/lib/db";
import type { Pair } from "../types";

type Moving = Pair & { now: Date };

/** Ways in: every login; an outside identity and a consent unless the kept account has the same one. Access ends. */
export async function moveAccess(tx: Tx, { keptId, goneId, now }: Moving): Promise<void> {
  await tx.login.updateMany({ where: { memberId: goneId }, data: { memberId: keptId } });
  const linked = await tx.oidcLink.findMany({ where: { memberId: keptId }, select: { issuer: true } });
  const free = { memberId: goneId, issuer: { notIn: linked.map((row) => row.issuer) } };
  await tx.oidcLink.updateMany({ where: free, data: { memberId: keptId } });
  await tx.oidcLink.deleteMany({ where: { memberId: goneId } });
  const given = await tx.consent.findMany({ where: { memberId: keptId }, select: { noticeVersion: true } });
  const missing = { memberId: goneId, noticeVersion: { notIn: given.map((row) => row.noticeVersion) } };
  await tx.consent.updateMany({ where: missing, data: { memberId: keptId } });
  await endSessions(tx, { memberId: goneId, now });
  const open = { memberId: goneId, consumedAt: null };
  await tx.invitation.updateMany({ where: { ...open, revokedAt: null }, data: { revokedAt: now } });
  await tx.oneTimeCode.deleteMany({ where: open });
  await endChannels(tx, goneId);
}

/** Roles in force or to come move, unless the kept account holds the same; what lapsed or was taken back stays. */
export async function moveRoles(tx: Tx, { keptId, goneId, now }: Moving): Promise<void> {
  const today = businessDateOf(now);
  const alive = { revokedAt: null, OR: [{ until: null }, { until: { gte: today } }] };
  const [ours, theirs] = [
    await tx.roleGrant.findMany({ where: { memberId: keptId, ...alive } }),
    await tx.roleGrant.findMany({ where: { memberId: goneId, ...alive } }),
  ];
  for (const grant of theirs) {
    const isHeld = ours.some(
      (own) => own.role === grant.role && own.scopeKind === grant.scopeKind && own.scopeId === grant.scopeId,
    );
    const data = isHeld ? { revokedAt: now } : { memberId: keptId };
    await tx.roleGrant.update({ where: { id: grant.id }, data });
  }
}

/** What others wrote to or about the person: notices, reports and their answers, applications, questions of one's own. */
export async function moveWords(tx: Tx, { keptId, goneId }: Pair): Promise<void> {
  const told = await tx.notice.findMany({ where: { memberId: keptId }, select: { key: true } });
  const news = { memberId: goneId, key: { notIn: told.map((row) => row.key) } };
  await tx.notice.updateMany({ where: news, data: { memberId: keptId } });
  await tx.notice.deleteMany({ where: { memberId: goneId } });
  await tx.feedback.updateMany({ where: { memberId: goneId }, data: { memberId: keptId } });
  await tx.application.updateMany({ where: { memberId: goneId }, data: { memberId: keptId } });
  await tx.application.updateMany({ where: { matchedMemberId: goneId }, data: { matchedMemberId: keptId } });
  // Nobody releases the own question: the author is one person now.
  await tx.questionProposal.updateMany({ where: { authorId: goneId }, data: { authorId: keptId } });
  await tx.story.updateMany({ where: { authorId: goneId }, data: { authorId: keptId } });
}

type Account = { state: string; passwordHash: string | null; timeFactor: number };

/**
 * The kept account can be used as soon as either could: with its own password, or else with the other one's. The
 * longer time for answering holds. The other account has left the zone and names the one it went into.
 */
export async function joinAccounts(tx: Tx, { keptId, goneId, now }: Moving): Promise<void> {
  const asked = { state: true, passwordHash: true, timeFactor: true } as const;
  const kept: Account = await tx.member.findUniqueOrThrow({ where: { id: keptId }, select: asked });
  const gone: Account = await tx.member.findUniqueOrThrow({ where: { id: goneId }, select: asked });
  const takesOver = kept.state === "invited" && gone.state === "active";
  await tx.member.update({
    where: { id: keptId },
    data: {
      timeFactor: Math.max(kept.timeFactor, gone.timeFactor),
      version: { increment: 1 },
      ...(takesOver ? { state: "active", passwordHash: kept.passwordHash ?? gone.passwordHash } : {}),
    },
  });
  await tx.member.update({
    where: { id: goneId },
    data: {
      ...{ state: "left", leftOn: businessDateOf(now), mergedIntoId: keptId, passwordHash: null },
      version: { increment: 1 },
    },
  });
}
