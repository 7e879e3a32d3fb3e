import { consoleUntilAfterSignIn, sessionExpiresAt } from "@/domain/access/session";
import { db } from "@/lib/db";

/** A new session row: 90 days for reading and answering, 12 idle hours for consoles. */
export async function openSession(memberId: string, now: Date): Promise<string> {
  const row = await db().session.create({
    data: {
      memberId,
      createdAt: now,
      expiresAt: sessionExpiresAt(now),
      consoleUntil: consoleUntilAfterSignIn(now),
    },
    select: { id: true },
  });
  return row.id;
}
