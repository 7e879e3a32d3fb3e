import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { readSessionToken, sessionCookieName } from "@/lib/auth/session-cookie";
import { now } from "@/lib/clock";
import { findSignedIn, type SignedIn } from "../queries";

/** Who is signed in, asked of the database at every request: a revoked session is refused at the next one. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const jar = await cookies();
  return sessionOfToken(jar.get(sessionCookieName())?.value);
});

export async function sessionOfToken(token: string | undefined): Promise<SignedIn | null> {
  const claims = await readSessionToken(token);
  return claims ? findSignedIn(claims, now()) : null;
}
