import { sealText, sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";
import { takeTurn } from "@/lib/rate-window";

/** A browser asks once; a machine that asks again and again is not listened to. */
const PER_MEMBER = { name: "push-browser", limit: 20, windowMs: 60 * 60_000 };

export type Subscription = { endpoint: string; p256dh: string; auth: string };

/**
 * Takes a browser into use for a person; false when it was asked too often. A browser belongs to whoever asked last: it
 * shows nothing of the person before.
 */
export async function keepBrowser(input: Subscription & { memberId: string; now: Date }): Promise<boolean> {
  const { endpoint, p256dh, auth, memberId, now } = input;
  if (!takeTurn(PER_MEMBER, memberId, now.getTime())) return false;
  const endpointHash = sha256Hex(endpoint);
  const data = { memberId, cipher: sealText(JSON.stringify({ endpoint, p256dh, auth })), failures: 0 };
  await db().pushBrowser.upsert({
    where: { endpointHash },
    create: { ...data, endpointHash, createdAt: now },
    update: data,
  });
  return true;
}

/** Forgets one of the person's own browsers. Safe to repeat. */
export async function removeBrowser({ memberId, endpoint }: { memberId: string; endpoint: string }): Promise<void> {
  await db().pushBrowser.deleteMany({ where: { memberId, endpointHash: sha256Hex(endpoint) } });
}
