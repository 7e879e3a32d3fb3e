import { businessDateOf } from "@/domain/calendar/shanghai";
import { audit } from "@/features/audit/mutations";
import { grantRoleIn, type GrantResult } from "@/features/members/mutations/grant-role";
import { lockMember } from "@/features/members/mutations/lock-member";
import { inTransaction } from "@/lib/db";

export type RenewResult = GrantResult | { ok: false; reason: "gone"; detail: string };

/**
 * 续任 in one step: a term that lasts gets a later last day (or none), one that has lapsed begins anew today, so that
 * the days between stay without the role. Saying again what holds changes nothing. Audited with before and after.
 */
export function renewRole(input: {
  grantId: string;
  until: string | null;
  actorId: string;
  now: Date;
}): Promise<RenewResult> {
  const { grantId, until, actorId, now } = input;
  const today = businessDateOf(now);
  return inTransaction(async (tx) => {
    const found = await tx.roleGrant.findUnique({ where: { id: grantId }, select: { memberId: true } });
    if (!found || !(await lockMember(tx, found.memberId))) return GONE;
    const grant = await tx.roleGrant.findUniqueOrThrow({ where: { id: grantId } });
    const { memberId, until: before } = grant;
    if (grant.revokedAt !== null) return GONE;
    if (before === until) return { ok: true, grantId } as const;
    if (until !== null && (until < today || (before !== null && until < before))) return TOO_EARLY;
    if (before !== null && before < today) {
      const { role, scopeKind, scopeId } = grant;
      const anew = { role, scopeKind, scopeId, memberId, since: today, until, actorId, now };
      return grantRoleIn(tx, anew as Parameters<typeof grantRoleIn>[1]);
    }
    await tx.roleGrant.update({ where: { id: grantId }, data: { until } });
    const { role, scopeId } = grant;
    const detail = { grantId, role, scopeId, before: { until: before }, after: { until } };
    await audit(tx, { actorId, action: "role.renew", subjectKind: "member", subjectId: memberId, detail, now });
    return { ok: true, grantId } as const;
  });
}

const GONE = { ok: false, reason: "gone", detail: "这项任命已经撤回，或本人已转出，没有续任。" } as const;
const TOO_EARLY = {
  ok: false,
  reason: "term",
  detail: "新的最后一天要不早于今天，也不早于原来的最后一天。要提前结束，请撤回。",
} as const;
