import "server-only";
import { cookies } from "next/headers";
import { sealText, openText, sha256Hex } from "@/lib/crypto";
import { isSecureSite } from "@/lib/auth/session-cookie";
import { now } from "@/lib/clock";
import { currentSession } from "./session";

/**
 * An outside identity is linked only from a signed-in session or from an invitation: pressing 关联 writes this short-lived
 * sealed cookie, and the identity that comes back within ten minutes in the same browser is linked to that person.
 */
export type LinkIntent = { by: "session"; memberId: string } | { by: "invitation"; tokenHash: string };

const COOKIE = "zj-link-intent";
const MINUTES = 10;

type Sealed =
  { kind: "session"; sessionId: string; until: number } | { kind: "invitation"; tokenHash: string; until: number };

async function write(sealed: Sealed): Promise<void> {
  const jar = await cookies();
  jar.set(COOKIE, sealText(JSON.stringify(sealed)), {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecureSite(),
    path: "/api/auth",
    maxAge: MINUTES * 60,
  });
}

export function writeSessionIntent(sessionId: string): Promise<void> {
  return write({ kind: "session", sessionId, until: now().getTime() + MINUTES * 60_000 });
}

/** The invitation is consumed when the identity arrives, not now. */
export function writeInvitationIntent(token: string): Promise<void> {
  return write({ kind: "invitation", tokenHash: sha256Hex(token), until: now().getTime() + MINUTES * 60_000 });
}

/** The intent of this browser, if it is fresh and its session is still the one signed in. Read once. */
export async function readLinkIntent(): Promise<LinkIntent | null> {
  const jar = await cookies();
  const cookie = jar.get(COOKIE)?.value;
  if (!cookie) return null;
  jar.delete({ name: COOKIE, path: "/api/auth" });
  const sealed = parse(cookie);
  if (!sealed || sealed.until <= now().getTime()) return null;
  if (sealed.kind === "invitation") return { by: "invitation", tokenHash: sealed.tokenHash };
  const session = await currentSession();
  return session?.sessionId === sealed.sessionId ? { by: "session", memberId: session.memberId } : null;
}

function parse(cookie: string): Sealed | null {
  try {
    return JSON.parse(openText(cookie)) as Sealed;
  } catch {
    return null;
  }
}
