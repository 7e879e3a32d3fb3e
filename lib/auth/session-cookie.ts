import { decode } from "next-auth/jwt";
import { BoundedMap } from "@/lib/bounded-map";
import { env } from "@/lib/env";
import { keys } from "@/lib/keys";
import { singleton } from "@/lib/singleton";

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

/** Enough for everybody of a zone at once; a token is about 300 bytes. */
const KNOWN_TOKENS = 5_000;

/** Deriving the key and decrypting costs as much as the rest of a small request, and a token never changes. */
const known = (): BoundedMap<string, SessionClaims> =>
  singleton("session-tokens", () => new BoundedMap<string, SessionClaims>(KNOWN_TOKENS));

/**
 * Reads the claims; null for a missing, foreign, damaged or expired token. What a token says is remembered; whether its
 * session is still good is for the session row to say, at every request.
 */
export async function readSessionToken(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null;
  const remembered = known().get(token);
  if (remembered) return remembered;
  const claims = await decodeToken(token);
  if (claims) known().set(token, claims);
  return claims;
}

async function decodeToken(token: string): Promise<SessionClaims | null> {
  try {
    const claims = await decode({ token, secret: keys().session });
    const memberId = claims?.sub;
    const sessionId = claims?.["sid"];
    return typeof memberId === "string" && typeof sessionId === "string" ? { memberId, sessionId } : null;
  } catch {
    return null;
  }
}
