import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { keys } from "@/lib/keys";

/**
 * The session cookie of next-auth: an encrypted token that names the session row and carries nothing else.
 * On https it has the `__Secure-` prefix.
 */
export function isSecureSite(): boolean {
  return env().PUBLIC_URL.startsWith("https://");
}

export function sessionCookieName(): string {
  return isSecureSite() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** Claims of our token: `sub` is the member, `sid` the session row. */
export type SessionClaims = { memberId: string; sessionId: string };

/** Reads the claims; null for a missing, foreign, damaged or expired token. */
export async function readSessionToken(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null;
  try {
    const claims = await decode({ token, secret: keys().session });
    const memberId = claims?.sub;
    const sessionId = claims?.["sid"];
    return typeof memberId === "string" && typeof sessionId === "string" ? { memberId, sessionId } : null;
  } catch {
    return null;
  }
}
