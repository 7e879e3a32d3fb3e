import { missingSides } from "@/domain/people/transfer";
import { notify } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import type { Tx } from "@/lib/db";
import { askedText, assentText, cancelledText, doneText, refusedText, withdrawnText } from "../message";
import { findPlaceName, findSpeakers } from "../queries/find-transfer";
import type { Transfer } from "../types";

type Told = { transfer: Transfer; actorId: string | null; today: string; now: Date };

type Ended = Told & { isBack?: boolean };

const OWN_MOVES = "/me/transfers";
/** Where the officers of a side assent, and where the committee does for a side without any. */
const OFFICERS_DESKS = { membership: "/branch/transfers", employment: "/branch/organisation/transfers" } as const;
const COMMITTEE_DESK = "/committee/transfers";

async function moveOf(tx: Tx, { memberId, kind, fromId, toId, since }: Transfer) {
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
  const from = fromId === null ? null : await findPlaceName(tx, kind, fromId);
  return { who: member.name, kind, from, to: await findPlaceName(tx, kind, toId), since };
}

/** The person learns of a request that somebody else made; the sides that have still to assent are asked. */
export async function tellRequest(tx: Tx, { transfer, actorId, today, now }: Told): Promise<void> {
  const { id, memberId, kind, fromId, toId } = transfer;
  const move = await moveOf(tx, transfer);
  if (memberId !== actorId) {
    const text = askedText({ ...move, who: "你" });
    await notify(tx, { memberId, key: `transfer:${id}:asked`, text, href: OWN_MOVES, now });
  }
  for (const side of missingSides(transfer)) {
    const placeId = side === "from" ? (fromId ?? "") : toId;
    const speakers = await findSpeakers(tx, { kind, placeId, today, exceptId: memberId });
    const text = assentText(move, side === "from" ? (move.from ?? "") : move.to);
    const href = speakers.as === "committee" ? COMMITTEE_DESK : OFFICERS_DESKS[kind];
    for (const speaker of speakers.memberIds.filter((one) => one !== actorId)) {
      await notify(tx, { memberId: speaker, key: `transfer:${id}:assent:${side}`, text, href, now });
    }
  }
}

/**
 * The person, whoever asked, and the officers of both sides learn how it ended; not the one who ended it. `isBack`: a move
 * that was agreed on is off and the person stays where they were.
 */
export async function tellEnd(tx: Tx, { transfer, actorId, today, now, isBack = false }: Ended): Promise<void> {
  const { id, memberId, kind, fromId, toId, state, note, requestedById } = transfer;
  const move = await moveOf(tx, transfer);
  const words = (who: string): string => {
    if (state === "done") return doneText({ ...move, who });
    if (state === "cancelled") return cancelledText({ ...move, who }, { note, isBack });
    return state === "refused" ? refusedText({ ...move, who }, note) : withdrawnText({ ...move, who }, note);
  };
  const concerned = new Set([memberId, requestedById]);
  for (const placeId of [fromId, toId]) {
    if (placeId === null) continue;
    const { memberIds } = await findSpeakers(tx, { kind, placeId, today, exceptId: memberId });
    for (const one of memberIds) concerned.add(one);
  }
  if (actorId !== null) concerned.delete(actorId);
  for (const one of concerned) {
    const text = words(one === memberId ? "你" : move.who);
    await notify(tx, {
      memberId: one,
      key: `transfer:${id}:${state}`,
      text,
      href: one === memberId ? OWN_MOVES : SAYS_ALL,
      now,
    });
  }
}
