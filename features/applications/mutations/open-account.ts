import { mayOpen } from "@/domain/people/applicant";
import { findActor } from "@/features/access/queries";
import { createInvitationIn } from "@/features/invitations/mutations";
import { lockInvited } from "@/features/members/mutations/lock-member";
import { getMemberResource } from "@/features/members/queries";
import { sha256Hex } from "@/lib/crypto";
import { db, inTransaction } from "@/lib/db";

export type OpenedAccount = { ok: true; token: string } | { ok: false; reason: "closed" | "appointed" };

/**
 * The way from an accepted application to a password: an invitation for the person who came of it, whose token goes to
 * the browser that holds the secret. `closed` while it is not accepted, and once the person has signed in. `appointed`
 * when the person was given a role since, over which whoever accepted could not issue an invitation.
 */
export async function openAccount({ secret, now }: { secret: string; now: Date }): Promise<OpenedAccount> {
  const row = await db().application.findUnique({
    where: { secretHash: sha256Hex(secret) },
    select: { state: true, memberId: true, decidedById: true },
  });
  if (row?.state !== "accepted" || row.memberId === null) return { ok: false, reason: "closed" };
  const { memberId, decidedById } = row;
  const decider = decidedById === null ? null : await findActor(decidedById, now);
  return inTransaction(async (tx): Promise<OpenedAccount> => {
    if (!(await lockInvited(tx, memberId))) return { ok: false, reason: "closed" };
    if (!mayOpen(decider, await getMemberResource(memberId, now, tx))) return { ok: false, reason: "appointed" };
    const detail = { byApplication: true };
    const issued = await createInvitationIn(tx, { memberId, actorId: null, detail, now });
    return issued ? { ok: true, token: issued.token } : { ok: false, reason: "closed" };
  });
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
