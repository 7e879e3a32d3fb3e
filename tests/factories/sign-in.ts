import { encode } from "next-auth/jwt";
import { openSession } from "@/features/sessions/mutations/open-session";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { sessionSecret } from "@/lib/keys";

/** The `Cookie` header of a browser in which this member has just signed in. */
export async function cookieOf(memberId: string): Promise<string> {
  const sessionId = await openSession(memberId, new Date());
  const token = await encode({ token: { sub: memberId, sid: sessionId }, secret: sessionSecret() });
  return `${sessionCookieName()}=${token}`;
}
