import { can } from "@/domain/access/can";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import type { Actor } from "@/domain/access/types";
import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { covering, getActor } from "@/features/access/queries";
import { notify } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import { db, inTransaction } from "@/lib/db";
import { findScopeNames, findScopeResource, lapsing, lapsingTerm, scopeName, type LapsingTerm } from "../queries";
import { grantingAction } from "../view";

/** Notices of one transaction: a command of any size leaves the server room to write. */
const AT_ONCE = 50;

/**
 * Terms that end within two weeks: the holder is told once for each (grant, last day), and whoever may renew gets one
 * word about all that are new today. A term that was renewed has another last day and is warned of anew. Safe to
 * repeat. Answers how many terms were new.
 */
export async function warnOfTerms(now: Date): Promise<number> {
  const today = businessDateOf(now);
  const terms = await listUnwarned(today);
  const renewers = terms.length === 0 ? [] : await listRenewers(today, now);
  for (let start = 0; start < terms.length; start += AT_ONCE) {
    const some = terms.slice(start, start + AT_ONCE);
    const summaries = await summariesFor(some, renewers);
    await inTransaction(async (tx) => {
      for (const term of some) {
        await notify(tx, { memberId: term.memberId, key: keyOf(term), text: holderText(term), href: SAYS_ALL, now });
      }
      for (const { memberId, text } of summaries) {
        await notify(tx, { memberId, key: `terms:${keyOf(some[0] as LapsingTerm)}`, text, href: SAYS_ALL, now });
      }
    });
  }
  return terms.length;
}

const keyOf = ({ grantId, until }: Pick<LapsingTerm, "grantId" | "until">): string => `term:${grantId}:${until}`;

async function listUnwarned(today: string): Promise<LapsingTerm[]> {
  const rows = await db().roleGrant.findMany({
    where: lapsing(today),
    orderBy: [{ until: "asc" }, { id: "asc" }],
    include: { member: { select: { name: true } } },
  });
  const keys = rows.map((row) => keyOf({ grantId: row.id, until: row.until ?? "" }));
  const told = await db().notice.findMany({ where: { key: { in: keys } }, select: { key: true } });
  const known = new Set(told.map((notice) => notice.key));
  const names = await findScopeNames(rows);
  return rows.filter((_, at) => !known.has(keys[at] ?? "")).map((row) => lapsingTerm(row, scopeName(names, row)));
}

/** Those who give roles at all; which of the terms is theirs is for the table of permissions to say. */
async function listRenewers(today: string, now: Date): Promise<Actor[]> {
  const rows = await db().roleGrant.findMany({
    where: {
      ...{ role: { in: ["committee", "administrator"] }, revokedAt: null, ...covering(today) },
      member: { state: "active" },
    },
    select: { memberId: true },
    distinct: ["memberId"],
  });
  return Promise.all(rows.map((row) => getActor(row.memberId, now)));
}

const NAMED = 3;

async function summariesFor(
  terms: readonly LapsingTerm[],
  renewers: readonly Actor[],
): Promise<{ memberId: string; text: string }[]> {
  const resources = await Promise.all(terms.map((term) => findScopeResource(term.scopeKind, term.scopeId)));
  return renewers.flatMap((actor) => {
    const theirs = terms.filter((term, at) => {
      const place = resources[at];
      return place && term.memberId !== actor.memberId && can(actor, grantingAction(term.role), place);
    });
    return theirs.length === 0 ? [] : [{ memberId: actor.memberId, text: summaryText(theirs) }];
  });
}

function holderText({ scope, role, until }: LapsingTerm): string {
  return `你担任的${scope}${ROLE_LABELS[role]}，任期到${formatFull(until)}为止。要续任的，由工委或管理员办理，已经提醒他们。`;
}

function summaryText(terms: readonly LapsingTerm[]): string {
  const named = terms
    .slice(0, NAMED)
    .map(({ name, scope, role, until }) => `${name}，${scope}${ROLE_LABELS[role]}，到${formatFull(until)}`);
  const rest = terms.length > NAMED ? `；等${terms.length}项` : "";
  return `有任期两周内到期：${named.join("；")}${rest}。在“党员”页面可以一步续任。`;
}
