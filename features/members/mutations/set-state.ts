import { endSessions } from "@/features/access/mutations";
import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";
import { lockMember } from "./lock-member";
import { isLastAdministrator, LAST_ADMINISTRATOR } from "./revoke-role";

export type StateResult = { ok: true } | { ok: false; reason: "left" | "last-administrator"; detail: string };

type Input = { memberId: string; reason: string; actorId: string; now: Date };

const LEFT = { ok: false, reason: "left", detail: "这个人已转出或不存在，没有变动。" } as const;

/**
 * 停用: at once every session ends and invitations and one-time codes lapse; points, places and roles stay as they are
 * and serve nobody until 恢复. The last administrator stays. Audited with its reason.
 */
export function deactivateMember({ memberId, reason, actorId, now }: Input): Promise<StateResult> {
  return inTransaction(async (tx) => {
    if (!(await lockMember(tx, memberId))) return LEFT;
    if (await isLastAdministrator(tx, memberId, now)) {
      return { ok: false, reason: "last-administrator", detail: LAST_ADMINISTRATOR } as const;
    }
    const { state } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { state: true } });
    if (state === "inactive") return { ok: true } as const;
    await tx.member.update({ where: { id: memberId }, data: { state: "inactive" } });
    await endSessions(tx, { memberId, now });
    const open = { memberId, consumedAt: null, revokedAt: null };
    await tx.invitation.updateMany({ where: open, data: { revokedAt: now } });
    await tx.oneTimeCode.deleteMany({ where: { memberId, consumedAt: null } });
    const detail = { before: { state }, after: { state: "inactive" }, reason };
    await audit(tx, { actorId, action: "member.deactivate", subjectKind: "member", subjectId: memberId, detail, now });
    return { ok: true } as const;
  });
}

/** 恢复: in use again with the same password; somebody who never had one is invited anew. Audited with its reason. */
export function restoreMember({ memberId, reason, actorId, now }: Input): Promise<StateResult> {
  return inTransaction(async (tx) => {
    if (!(await lockMember(tx, memberId))) return LEFT;
    const row = await tx.member.findUniqueOrThrow({
      where: { id: memberId },
      select: { state: true, passwordHash: true, _count: { select: { oidcLinks: true } } },
    });
    if (row.state !== "inactive") return { ok: true } as const;
    const state = row.passwordHash === null && row._count.oidcLinks === 0 ? "invited" : "active";
    await tx.member.update({ where: { id: memberId }, data: { state } });
    const detail = { before: { state: "inactive" }, after: { state }, reason };
    await audit(tx, { actorId, action: "member.restore", subjectKind: "member", subjectId: memberId, detail, now });
    return { ok: true } as const;
  });
}
