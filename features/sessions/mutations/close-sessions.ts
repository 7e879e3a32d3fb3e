import { db } from "@/lib/db";

/** Ends one session; a session that is gone already is fine. */
export async function closeSession(sessionId: string, now: Date): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
}

/** 退出所有设备. Answers how many sessions ended. */
export async function closeAllSessions(memberId: string, now: Date): Promise<number> {
  const ended = await db().session.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: now } });
  return ended.count;
}
