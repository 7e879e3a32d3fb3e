import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { firstDay } from "@/domain/people/transfer";
import { employIn, type MoveResult } from "@/features/members/mutations/employ";
import { endRolesOver } from "@/features/members/mutations/end-roles";
import { joinBranchIn } from "@/features/members/mutations/join-branch";
import { settleLogins } from "@/features/members/mutations/settle-logins";
import { renewRecallTotals } from "@/features/recalls/mutations/rebuild-recall-totals";
import type { Tx } from "@/lib/db";
import { findPlaceOn } from "../queries/find-transfer";
import type { Transfer } from "../types";
import { tellEnd } from "./tell";

/** Leaves the transaction, so that a move that cannot be done takes the assent with it. */
export class Impossible extends Error {}

export const ENDED = "这份转接已经办完、撤回或没有同意，没有再办。刷新页面就能看到。";

type Completion = { transfer: Transfer; actorId: string; now: Date };

const STALE = "本人现在的单位或支部已经变了，和申请的时候不一样，没有转。请撤回或不同意这份申请，重新申请。";

/**
 * The move itself, once everybody has assented, in the caller's transaction: the dated rows from the first day on, the
 * roles held over the place that is left until the day before, logins and sums that the first day touches. Throws
 * `Impossible` with a Chinese sentence.
 */
export async function complete(tx: Tx, { transfer, actorId, now }: Completion): Promise<Transfer> {
  const today = businessDateOf(now);
  const { id, memberId, kind, fromId } = transfer;
  const since = firstDay(transfer.since, today);
  if ((await findPlaceOn(tx, { memberId, kind, day: since })) !== fromId) throw new Impossible(STALE);
  const moved = await move(tx, { transfer, since, actorId, now });
  if (!moved.ok) throw new Impossible(moved.detail);
  if (fromId !== null) await endRolesOver(tx, { memberId, placeId: fromId, last: addDays(since, -1), actorId, now });
  if (since === today) await settle(tx, { memberId, kind, actorId, now });
  const done = { ...transfer, since, state: "done" as const, closedAt: now };
  const { count } = await tx.transfer.updateMany({
    where: { id, state: "open" },
    data: { state: "done", since, closedById: actorId, closedAt: now },
  });
  if (count === 0) throw new Impossible(ENDED);
  await tellEnd(tx, { transfer: done, actorId, today, now });
  return done;
}

type Moving = Completion & { since: string };

function move(tx: Tx, { transfer, since, actorId, now }: Moving): Promise<MoveResult> {
  const { memberId, kind, toId, workNumber } = transfer;
  return kind === "membership"
    ? joinBranchIn(tx, { memberId, branchId: toId, since, actorId, now })
    : employIn(tx, { memberId, organisationId: toId, workNumber, since, actorId, now });
}

/** What was answered this morning belongs to where the dated rows say now; logins follow the employer. */
async function settle(tx: Tx, input: Pick<Transfer, "memberId" | "kind"> & { actorId: string; now: Date }) {
  if (input.kind === "employment") await settleLogins(tx, input);
  await renewRecallTotals(tx, input.memberId);
}
