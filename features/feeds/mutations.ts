import { randomToken, sealText, sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";

/** Gives a person a new private address; the one before it opens nothing any more. */
export async function renewFeed({ memberId, now }: { memberId: string; now: Date }): Promise<void> {
  const token = randomToken();
  const data = { tokenHash: sha256Hex(token), cipher: sealText(token), createdAt: now };
  await db().feedAddress.upsert({ where: { memberId }, create: { memberId, ...data }, update: data });
}

/** Takes the address away. Safe to repeat. */
export async function revokeFeed(memberId: string): Promise<void> {
  await db().feedAddress.deleteMany({ where: { memberId } });
}
