import { endSessions } from "@/features/access/mutations";
import { audit } from "@/features/audit/mutations";
import { findMemberByLoginKey, findPasswordFault, loginKeyOf } from "@/features/members/queries";
import { notify } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import {
  clearFailures,
  findThrottleWait,
  guessKeys,
  recordFailure,
} from "@/features/sessions/mutations/guard-guessing";
import { setPassword } from "@/features/sessions/mutations/set-password";
import { lookupHash, normaliseCode, randomCode, sha256Hex } from "@/lib/crypto";
import { db, inTransaction } from "@/lib/db";

const CODE_MINUTES = 24 * 60;

/**
 * A one-time code for somebody who forgot the password. Earlier codes lapse, all sessions end, the person is told, the
 * act is audited. The code is shown once to whoever issued it and only serves to set a new password.
 */
export async function issueCode(input: {
  memberId: string;
  actorId: string | null;
  now: Date;
}): Promise<{ code: string; expiresAt: Date }> {
  const { memberId, actorId, now } = input;
  const code = randomCode();
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60 * 1000);
  await inTransaction(async (tx) => {
    await tx.oneTimeCode.deleteMany({ where: { memberId, consumedAt: null } });
    const row = await tx.oneTimeCode.create({
      data: { memberId, codeHash: hashOf(memberId, code), issuedById: actorId, createdAt: now, expiresAt },
    });
    await endSessions(tx, { memberId, now });
    await notify(tx, {
      memberId,
      key: `code:${row.id}`,
      text: "有人为你签发了一次性口令，所有设备已退出登录。不是你要求的，请告诉支部或工委。",
      href: SAYS_ALL,
      now,
    });
    await audit(tx, { actorId, action: "member.code.issue", subjectKind: "member", subjectId: memberId, now });
  });
  return { code, expiresAt };
}

export type RedeemResult =
  | { ok: true }
  | { ok: false; reason: "refused" }
  | { ok: false; reason: "throttled"; retryAfterSeconds: number }
  | { ok: false; reason: "password"; detail: string };

/** Sets a new password with login and code; wrong guesses are throttled like sign-ins. The code is consumed once. */
export async function redeemCode(input: {
  login: string;
  code: string;
  next: string;
  address: string;
  now: Date;
}): Promise<RedeemResult> {
  const { now } = input;
  const loginKey = loginKeyOf(input.login) ?? lookupHash("login", `unparsed:${input.login.slice(0, 100)}`);
  const keys = guessKeys(loginKey, input.address);
  const wait = await findThrottleWait(keys, now);
  if (wait > 0) return { ok: false, reason: "throttled", retryAfterSeconds: wait };
  const holder = await findMemberByLoginKey(loginKey);
  const open = holder ? openCode(holder.memberId, input.code, now) : null;
  if (!holder || !open || holder.state !== "active" || (await db().oneTimeCode.count({ where: open })) === 0) {
    await recordFailure(keys, now);
    return { ok: false, reason: "refused" };
  }
  const fault = await findPasswordFault(holder.memberId, input.next);
  if (fault) return { ok: false, reason: "password", detail: fault };
  const consumed = await db().oneTimeCode.updateMany({ where: open, data: { consumedAt: now } });
  if (consumed.count === 0) return { ok: false, reason: "refused" };
  await clearFailures(keys);
  await setPassword({ memberId: holder.memberId, next: input.next, now, why: "你用一次性口令设了新密码。" });
  return { ok: true };
}

function openCode(memberId: string, code: string, now: Date) {
  return { memberId, codeHash: hashOf(memberId, code), consumedAt: null, expiresAt: { gt: now } };
}

function hashOf(memberId: string, code: string): string {
  return sha256Hex(`${memberId}:${normaliseCode(code)}`);
}
