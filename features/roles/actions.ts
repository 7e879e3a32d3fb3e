"use server";

import { returnValidationErrors } from "next-safe-action";
import { refresh } from "next/cache";
import { can } from "@/domain/access/can";
import type { Actor, Role, ScopeKind } from "@/domain/access/types";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { consoleAction } from "@/features/access/gates/action";
import { grantRole } from "@/features/members/mutations/grant-role";
import { revokeRole } from "@/features/members/mutations/revoke-role";
import { getMemberResource } from "@/features/members/queries";
import { findTarget } from "@/features/transfers/queries/find-target";
import { AppError } from "@/lib/errors";
import { renewRole } from "./mutations/renew-role";
import { findGrant, findScopeResource, type GrantRow } from "./queries";
import { grantIdSchema, grantRoleSchema, renewRoleSchema } from "./schema";
import { grantedInWords, mayManage } from "./view";

const PAST = "最后一天已经过了，没有任命。请选今天或以后的一天，没有期限就空着";
const FORBIDDEN = "你没有做这件事的权限。";

/**
 * Officers' roles are given by whoever may give them over that place, the committee's and the administrator's by
 * administrators; nobody decides about the own roles.
 */
async function authoriseOver(
  actor: Actor,
  grant: { memberId: string; role: Role; scopeKind: ScopeKind; scopeId: string },
): Promise<void> {
  const place = await findScopeResource(grant.scopeKind, grant.scopeId);
  if (!mayManage(actor, grant, place)) throw new AppError("forbidden", FORBIDDEN);
}

async function grantFor(actor: Actor, grantId: string): Promise<GrantRow> {
  const grant = await findGrant(grantId);
  // Told like a refusal, so that nobody learns which exist.
  if (!grant) throw new AppError("forbidden", FORBIDDEN);
  await authoriseOver(actor, grant);
  return grant;
}

type Scope = { ok: true; scopeKind: ScopeKind; scopeId: string } | { ok: false; detail: string };

/** The place that was chosen, or the one that was named by hand. */
async function scopeOf({ scope, other }: { scope: string; other: string }): Promise<Scope> {
  const [chosen = "", scopeId = ""] = scope.split(":");
  if (!chosen.startsWith("other-")) return { ok: true, scopeKind: chosen as ScopeKind, scopeId };
  const scopeKind = chosen === "other-branch" ? "branch" : "organisation";
  const found = await findTarget(scopeKind === "branch" ? "membership" : "employment", other);
  return found.ok ? { ok: true, scopeKind, scopeId: found.id } : found;
}

/** 任命: a role over a place, with its term. */
export const grantRoleAction = consoleAction
  .metadata({ permission: "role.grant-officer" })
  .inputSchema(grantRoleSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { memberId, role, since, until } = parsedInput;
    const scope = await scopeOf(parsedInput);
    if (!scope.ok) return returnValidationErrors(grantRoleSchema, { other: { _errors: [scope.detail] } });
    const { scopeKind, scopeId } = scope;
    await authoriseOver(ctx.actor, { memberId, role, scopeKind, scopeId });
    if (!can(ctx.actor, "member.edit", await getMemberResource(memberId, ctx.now))) {
      throw new AppError("forbidden", FORBIDDEN);
    }
    if (until !== null && until < businessDateOf(ctx.now)) {
      return returnValidationErrors(grantRoleSchema, { until: { _errors: [PAST] } });
    }
    const actorId = ctx.session.memberId;
    const result = await grantRole({ ...{ memberId, role, scopeKind, scopeId, since, until, actorId }, now: ctx.now });
    if (!result.ok) {
      const field = result.reason === "term" ? "until" : "scope";
      return returnValidationErrors(grantRoleSchema, { [field]: { _errors: [result.detail] } });
    }
    refresh();
    return { done: grantedInWords(since, businessDateOf(ctx.now)) };
  });

/** 撤回任命, at once. */
export const revokeRoleAction = consoleAction
  .metadata({ permission: "role.grant-officer" })
  .inputSchema(grantIdSchema)
  .action(async ({ parsedInput, ctx }) => {
    await grantFor(ctx.actor, parsedInput.grantId);
    const result = await revokeRole({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("conflict", result.detail);
    refresh();
    return { done: true };
  });

/** 续任. */
export const renewRoleAction = consoleAction
  .metadata({ permission: "role.grant-officer" })
  .inputSchema(renewRoleSchema)
  .action(async ({ parsedInput, ctx }) => {
    await grantFor(ctx.actor, parsedInput.grantId);
    const result = await renewRole({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) return returnValidationErrors(renewRoleSchema, { until: { _errors: [result.detail] } });
    refresh();
    return { done: true };
  });
