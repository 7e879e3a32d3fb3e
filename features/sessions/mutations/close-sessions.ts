import { endSessions } from "@/features/access/mutations";
import { db, inTransaction } from "@/lib/db";

/** Ends one session; a session that is gone already is fine. */
export async function closeSession(sessionId: string, now: Date): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
}

/** 退出所有设备, and no browser is notified any more. Answers how many sessions ended. */
export async function closeAllSessions(memberId: string, now: Date): Promise<number> {
  return (await inTransaction((tx) => endSessions(tx, { memberId, now }))).sessions;
}
