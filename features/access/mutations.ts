import { nextConsoleUntil } from "@/domain/access/session";
import { db, type Tx } from "@/lib/db";

/** Moves the idle limit of the consoles on; written only when it moves by more than a few minutes. */
export async function extendConsole(sessionId: string, consoleUntil: Date | null, now: Date): Promise<void> {
  const next = nextConsoleUntil(consoleUntil, now);
  if (next) await db().session.update({ where: { id: sessionId }, data: { consoleUntil: next } });
}

/** The role a person with several acts in on the consoles, from the next request on. Only a role of the person's own. */
export async function chooseRole(input: { sessionId: string; memberId: string; grantId: string }): Promise<boolean> {
  const own = await db().roleGrant.count({ where: { id: input.grantId, memberId: input.memberId, revokedAt: null } });
  if (own === 0) return false;
  await db().session.update({ where: { id: input.sessionId }, data: { activeRoleId: input.grantId } });
  return true;
}

type Ending = { memberId: string; now: Date; keepSessionId?: string };

/**
 * Ends all sessions of a person, but one if named. With them no browser is notified any more: which of them stands in an
 * office or was lost is not known, and what pops up there is personal. Answers how many sessions and browsers it were.
 */
export async function endSessions(tx: Tx, { memberId, now, keepSessionId }: Ending) {
  const ended = await tx.session.updateMany({
    where: { memberId, revokedAt: null, ...(keepSessionId ? { id: { not: keepSessionId } } : {}) },
    data: { revokedAt: now },
  });
  const silenced = await tx.pushBrowser.deleteMany({ where: { memberId } });
  return { sessions: ended.count, browsers: silenced.count };
}
