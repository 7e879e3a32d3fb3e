import { notify } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import { lookupHash, openText, sealText } from "@/lib/crypto";
import type { Tx } from "@/lib/db";

/** People who may sign in with the new short code, and those for whom somebody else has that login already. */
export type LoginsAdded = { added: number; taken: number };

/**
 * Every work-number login of the organisation's people that begins with the old short code gets a twin that begins with
 * the new one. The old one stays, so that nobody is locked out before the word has spread, and its short code is kept
 * from other organisations. Each person is told once.
 */
export async function changeShortCode(
  tx: Tx,
  input: { id: string; from: string; to: string; today: string; now: Date },
): Promise<LoginsAdded> {
  const { id, from, to, now } = input;
  await tx.formerShortCode.deleteMany({ where: { code: to, organisationId: id } });
  await tx.formerShortCode.create({ data: { code: from, organisationId: id, endedAt: now } });
  const twins = await findTwins(tx, input);
  const hashes = twins.map((twin) => twin.hash);
  const held = await tx.login.findMany({ where: { hash: { in: hashes } }, select: { hash: true, memberId: true } });
  const holders = new Map(held.map((login) => [login.hash, login.memberId]));
  const missing = twins.filter((twin) => !holders.has(twin.hash));
  const taken = twins.filter((twin) => (holders.get(twin.hash) ?? twin.memberId) !== twin.memberId).length;
  await tx.login.createMany({
    data: missing.map(({ memberId, hash, value }) => ({
      ...{ memberId, hash, kind: "work-number", cipher: sealText(value), createdAt: now },
    })),
  });
  for (const { memberId, value, old } of missing) {
    const text = `所在组织的短码改成了${to}，你以后可以用${value}登录，原来的${old}也一直能用。`;
    await notify(tx, { memberId, key: `short-code:${id}:${to}:${now.getTime()}`, text, href: SAYS_ALL, now });
  }
  return { added: missing.length, taken };
}

type Twin = { memberId: string; value: string; old: string; hash: string };

async function findTwins(tx: Tx, { id, from, to, today }: Parameters<typeof changeShortCode>[1]): Promise<Twin[]> {
  const lasting = { organisationId: id, OR: [{ until: null }, { until: { gte: today } }] };
  const logins = await tx.login.findMany({
    where: { kind: "work-number", member: { state: { not: "left" }, employments: { some: lasting } } },
    select: { memberId: true, cipher: true },
  });
  return logins
    .map(({ memberId, cipher }) => ({ memberId, old: openText(cipher) }))
    .filter(({ old }) => old.startsWith(`${from}-`))
    .map(({ memberId, old }) => {
      const value = `${to}-${old.slice(from.length + 1)}`;
      return { memberId, old, value, hash: lookupHash("login", value) };
    });
}
