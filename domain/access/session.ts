/**
 * A session lasts ninety days, so that a member with a phone signs in once. A console (/branch /committee /admin) also
 * asks that it was used within the last twelve hours: every use moves that mark on, and a mark that has passed needs
 * the password again. The mark is written only when it moves by more than five minutes, to spare the database.
 *
 * Example: signed in at 08:00, the console stays open until 20:00; a page at 08:03 writes nothing, one at 08:06 moves
 * the mark to 20:06.
 */
export const SESSION_DAYS = 90;
const CONSOLE_IDLE_HOURS = 12;
const CONSOLE_WRITE_MINUTES = 5;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When a session that begins at `now` ends. */
export function sessionExpiresAt(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * DAY);
}

/** False from the instant of expiry on and for a revoked session. */
export function isSessionLive(session: { expiresAt: Date; revokedAt: Date | null }, now: Date): boolean {
  return session.revokedAt === null && now.getTime() < session.expiresAt.getTime();
}

/** The console mark right after the password was given. */
export function consoleUntilAfterSignIn(now: Date): Date {
  return new Date(now.getTime() + CONSOLE_IDLE_HOURS * HOUR);
}

/** May a console be opened without the password? False at the very instant of the mark. */
export function isConsoleFresh(consoleUntil: Date | null, now: Date): boolean {
  return consoleUntil !== null && now.getTime() < consoleUntil.getTime();
}

/** The mark to write after a use of a console, or null when there is nothing to write: a stale mark is never revived. */
export function nextConsoleUntil(consoleUntil: Date | null, now: Date): Date | null {
  if (consoleUntil === null || !isConsoleFresh(consoleUntil, now)) return null;
  const next = consoleUntilAfterSignIn(now);
  return next.getTime() - consoleUntil.getTime() > CONSOLE_WRITE_MINUTES * MINUTE ? next : null;
}
