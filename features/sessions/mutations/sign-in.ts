import { recordSecurityEvent } from "@/features/security-events/mutations";
import { findMemberByLoginKey, loginKeyOf } from "@/features/members/queries";
import { lookupHash, verifyPassword } from "@/lib/crypto";
import { clearFailures, findThrottleWait, guessKeys, recordFailure } from "./guard-guessing";
import { openSession } from "./open-session";

export type SignInInput = { login: string; password: string; address: string; now: Date };
export type SignInResult =
  | { ok: true; memberId: string; sessionId: string }
  | { ok: false; reason: "refused" }
  | { ok: false; reason: "throttled"; retryAfterSeconds: number };

/** Sign-in by password: throttled by failures only, of the account and of the address. */
export async function signIn(input: SignInInput): Promise<SignInResult> {
  const loginKey = loginKeyOf(input.login) ?? lookupHash("login", `unparsed:${input.login.slice(0, 100)}`);
  const keys = guessKeys(loginKey, input.address);
  const wait = await findThrottleWait(keys, input.now);
  if (wait > 0) {
    await recordSecurityEvent({ kind: "sign-in-throttled", loginKey, address: input.address, at: input.now });
    return { ok: false, reason: "throttled", retryAfterSeconds: wait };
  }
  const holder = await findMemberByLoginKey(loginKey);
  const right = await verifyPassword(holder?.passwordHash ?? null, input.password.slice(0, 200));
  if (!holder || !right || holder.state !== "active") {
    await recordFailure(keys, input.now);
    await recordSecurityEvent({ kind: "sign-in-refused", loginKey, address: input.address, at: input.now });
    return { ok: false, reason: "refused" };
  }
  await clearFailures(keys);
  const sessionId = await openSession(holder.memberId, input.now);
  await recordSecurityEvent({ kind: "signed-in", memberId: holder.memberId, address: input.address, at: input.now });
  return { ok: true, memberId: holder.memberId, sessionId };
}
