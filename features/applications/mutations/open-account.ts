import { createInvitation } from "@/features/invitations/mutations";
import { sha256Hex } from "@/lib/crypto";
import { db, inTransaction } from "@/lib/db";

/**
 * The way from an accepted application to a password: an invitation for the person who came of it, whose token goes to
 * the browser that holds the secret. Null while it is not accepted, and once the person has signed in.
 */
export async function openAccount(input: { secret: string; now: Date }): Promise<{ token: string } | null> {
  const row = await db().application.findUnique({
    where: { secretHash: sha256Hex(input.secret) },
    select: { state: true, memberId: true },
  });
  if (row?.state !== "accepted" || row.memberId === null) return null;
  const waiting = await db().member.count({ where: { id: row.memberId, state: "invited" } });
  if (waiting === 0) return null;
  const detail = { byApplication: true };
  return createInvitation({ memberId: row.memberId, actorId: null, detail, now: input.now });
}

/** 撤回申请, by whoever holds the secret. False when it was decided already. */
export async function withdrawApplication(input: { secret: string; now: Date }): Promise<boolean> {
  const { secret, now } = input;
  return inTransaction(async (tx) => {
    const { count } = await tx.application.updateMany({
      where: { secretHash: sha256Hex(secret), state: "open" },
      data: { state: "withdrawn", decidedAt: now },
    });
    return count === 1;
  });
}
