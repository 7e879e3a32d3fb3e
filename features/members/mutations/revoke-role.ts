import { businessDateOf } from "@/domain/calendar/shanghai";
import { audit } from "@/features/audit/mutations";
import { covering } from "@/features/access/queries";
import { inTransaction, type Tx } from "@/lib/db";

export type RevokeResult = { ok: true } | { ok: false; reason: "not-held" | "last-administrator"; detail: string };

/** Takes a role back, effective at the person's next request. The last administrator in force keeps the role. Audited. */
export function revokeRole(input: { grantId: string; actorId: string | null; now: Date }): Promise<RevokeResult> {
  const { grantId, actorId, now } = input;
  return inTransaction(async (tx) => {
    const grant = await tx.roleGrant.findUnique({ where: { id: grantId }, select: { memberId: true, role: true } });
    if (!grant) return { ok: false, reason: "not-held", detail: "没有这项任命。" } as const;
    if (grant.role === "administrator" && (await isLastAdministrator(tx, grant.memberId, now))) {
      return { ok: false, reason: "last-administrator", detail: LAST_ADMINISTRATOR } as const;
    }
    const revoked = await tx.roleGrant.updateMany({
      where: { id: grantId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (revoked.count === 0) return { ok: false, reason: "not-held", detail: "这项任命已经撤回了。" } as const;
    const detail = { grantId, role: grant.role };
    await audit(tx, {
      actorId,
      action: "role.revoke",
      subjectKind: "member",
      subjectId: grant.memberId,
      detail,
      now,
    });
    return { ok: true } as const;
  });
}

export const LAST_ADMINISTRATOR = "这是最后一位管理员。请先任命另一位并等对方登录过，再撤回；现在没有变动。";

/**
 * True when nobody else could administer: no other member in use holds the role in force. Takes the rows of all
 * administrators for this transaction, so that two administrators cannot remove one another at the same moment.
 */
export async function isLastAdministrator(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  const role = "administrator";
  await tx.roleGrant.updateMany({ where: { role, revokedAt: null }, data: { role } });
  const inForce = { role, revokedAt: null, ...covering(businessDateOf(now)) };
  const own = await tx.roleGrant.count({ where: { ...inForce, memberId } });
  const others = await tx.roleGrant.count({
    where: { ...inForce, memberId: { not: memberId }, member: { state: "active" } },
  });
  return own > 0 && others === 0;
}
