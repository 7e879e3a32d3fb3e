import "server-only";
import { cookies } from "next/headers";
import { isSecureSite } from "@/lib/auth/session-cookie";
import { KEEP_DAYS } from "../constants";

/** Holds the secret of this browser's application, as long as the application is kept. */
const COOKIE = "zj-application";

export async function readSecret(): Promise<string | null> {
  return (await cookies()).get(COOKIE)?.value ?? null;
}

export async function writeSecret(secret: string): Promise<void> {
  (await cookies()).set(COOKIE, secret, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecureSite(),
    path: "/join",
    maxAge: KEEP_DAYS * 24 * 60 * 60,
  });
}
