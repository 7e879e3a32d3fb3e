import { businessDateOf } from "@/domain/calendar/shanghai";
import { endSessions } from "@/features/access/mutations";
import { audit } from "@/features/audit/mutations";
import { endChannels } from "@/features/channels/mutations/end-channels";
import { lockMember } from "@/features/members/mutations/lock-member";
import { isLastAdministrator, LAST_ADMINISTRATOR } from "@/features/members/mutations/revoke-role";
import { endMoves } from "@/features/transfers/mutations/end-moves";
import { inTransaction, type Tx } from "@/lib/db";

export type LeaveResult = { ok: true } | { ok: false; reason: "left" | "last-administrator"; detail: string };

const LEFT = "本人已转出";

/**
 * 转出: `on` is the last day in the zone. At once every session ends, roles, invitations and codes lapse, the name
 * leaves the quarter's race and the archives; employment and membership end with `on`. Points, answers and receipts
 * stay, so that every sum of the past stays what it was. Moves still asked for are withdrawn, and those agreed on for a day to
 * come are cancelled; whoever asked for them and both sides are told. Audited.
 */
export function leaveZone(input: {
  memberId: string;
  on: string;
  actorId: string | null;
  now: Date;
}): Promise<LeaveResult> {
  const { memberId, on, actorId, now } = input;
  return inTransaction(async (tx) => {
    if (!(await lockMember(tx, memberId))) {
      return { ok: false, reason: "left", detail: "这个人已经转出或不存在，没有变动。" } as const;
    }
    if (await isLastAdministrator(tx, memberId, now)) {
      return { ok: false, reason: "last-administrator", detail: LAST_ADMINISTRATOR } as const;
    }
    await tx.member.update({ where: { id: memberId }, data: { state: "left", leftOn: on } });
    await endAccess(tx, memberId, now);
    await endRelations(tx, memberId, on);
    const lapse = { note: LEFT, actorId, now };
    const ahead = { memberId, state: "done", since: { gt: businessDateOf(now) } };
    await endMoves(tx, { where: { memberId, state: "open" }, state: "withdrawn", ...lapse });
    await endMoves(tx, { where: ahead, state: "cancelled", ...lapse });
    await tx.seasonEntry.deleteMany({ where: { memberId } });
    await tx.seasonObjection.updateMany({
      where: { memberId, state: "open" },
      data: { state: "withdrawn", openKey: null },
    });
    await tx.seasonPlace.updateMany({ where: { memberId }, data: { memberId: null, showName: false } });
    await audit(tx, {
      actorId,
      action: "member.leave-zone",
      subjectKind: "member",
      subjectId: memberId,
      detail: { on },
      now,
    });
    return { ok: true } as const;
  });
}

async function endAccess(tx: Tx, memberId: string, now: Date): Promise<void> {
  const open = { where: { memberId, revokedAt: null }, data: { revokedAt: now } };
  await endSessions(tx, { memberId, now });
  await tx.roleGrant.updateMany(open);
  await tx.invitation.updateMany({ where: { memberId, consumedAt: null, revokedAt: null }, data: { revokedAt: now } });
  await tx.oneTimeCode.deleteMany({ where: { memberId, consumedAt: null } });
  await tx.oidcLink.deleteMany({ where: { memberId } });
  await endChannels(tx, memberId);
}

async function endRelations(tx: Tx, memberId: string, on: string): Promise<void> {
  const later = { where: { memberId, since: { gt: on } } };
  const lasting = { where: { memberId, OR: [{ until: null }, { until: { gt: on } }] }, data: { until: on } };
  await tx.employment.deleteMany(later);
  await tx.membership.deleteMany(later);
  await tx.employment.updateMany(lasting);
  await tx.membership.updateMany(lasting);
}
