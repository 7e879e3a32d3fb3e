import { ACCOUNT_POLICY, ADDRESS_POLICY, afterFailure, decideSignIn } from "@/domain/access/throttle";
import { db, inTransaction } from "@/lib/db";

/** The two things whose failures are counted: the account that was named, and the address it came from. */
export type GuessKeys = { account: string; address: string };

export function guessKeys(loginKey: string, address: string): GuessKeys {
  return { account: `account:${loginKey}`, address: `address:${address}` };
}

/** Seconds to wait before another guess may be made; 0 when it may be made now. */
export async function findThrottleWait(keys: GuessKeys, now: Date): Promise<number> {
  const rows = await db().signInFailure.findMany({ where: { key: { in: [keys.account, keys.address] } } });
  return Math.max(0, ...rows.map((row) => decideSignIn(row, now).retryAfterSeconds));
}

/** Counts one wrong guess, also when many arrive at the same moment. Right ones are never counted. */
export async function recordFailure(keys: GuessKeys, now: Date): Promise<void> {
  const counted = [
    { key: keys.account, policy: ACCOUNT_POLICY },
    { key: keys.address, policy: ADDRESS_POLICY },
  ];
  await inTransaction(async (tx) => {
    for (const { key, policy } of counted) {
      // Makes the row or takes it for this transaction, so that of two failures at once the second sees the first.
      const none = { key, count: 0, windowStart: now };
      await tx.signInFailure.upsert({ where: { key }, create: none, update: { key } });
      const state = await tx.signInFailure.findUniqueOrThrow({ where: { key } });
      await tx.signInFailure.update({ where: { key }, data: { ...afterFailure(state, policy, now) } });
    }
  });
}

/** A right guess clears the account; the address keeps its count. */
export async function clearFailures(keys: GuessKeys): Promise<void> {
  await db().signInFailure.deleteMany({ where: { key: keys.account } });
}

/** Removes counts that no longer matter: of the day before and not closed any more. Answers how many. */
export async function purgeFailures(now: Date): Promise<number> {
  const dayAgo = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  const over = { OR: [{ blockedUntil: null }, { blockedUntil: { lt: now } }] };
  return (await db().signInFailure.deleteMany({ where: { windowStart: { lt: dayAgo }, ...over } })).count;
}
