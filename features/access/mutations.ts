import { nextConsoleUntil } from "@/domain/access/session";
import { db } from "@/lib/db";

/** Moves the idle limit of the consoles on; written only when it moves by more than a few minutes. */
export async function extendConsole(sessionId: string, consoleUntil: Date | null, now: Date): Promise<void> {
  const next = nextConsoleUntil(consoleUntil, now);
  if (next) await db().session.update({ where: { id: sessionId }, data: { consoleUntil: next } });
}
