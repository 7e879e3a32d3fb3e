import { businessDateOf } from "@/domain/calendar/shanghai";
import type { Tx } from "@/lib/db";
import type { TargetKind } from "../types";

/** What is asked of an assignment that exists or is about to. */
export type Asked = {
  readonly id: string;
  readonly targetKind: TargetKind;
  readonly targetId: string;
  /** The day it was set: an entry comes back every year, so that answers of earlier years are not for it. */
  readonly setOn: string;
};

/** The day on which a person first answered what an assignment asks, by `earlierKey`. */
export type EarlierAnswers = ReadonlyMap<string, string>;

export const earlierKey = (assignmentId: string, memberId: string): string => `${assignmentId} ${memberId}`;

/**
 * What these people answered of these assignments at any time. It tells of answers from before an assignment was set,
 * and from before somebody came to the branch, for which no row was written.
 */
export async function findEarlierAnswers(
  tx: Tx,
  input: { readonly asked: readonly Asked[]; readonly memberIds: readonly string[] },
): Promise<EarlierAnswers> {
  const { asked, memberIds } = input;
  if (asked.length === 0 || memberIds.length === 0) return new Map();
  const found = new Map<string, string>();
  for (const { id, memberId, on } of [
    ...(await recalled(tx, asked, memberIds)),
    ...(await handedIn(tx, asked, memberIds)),
  ]) {
    const key = earlierKey(id, memberId);
    const known = found.get(key);
    if (known === undefined || on < known) found.set(key, on);
  }
  return found;
}

type Found = { id: string; memberId: string; on: string };

async function recalled(tx: Tx, all: readonly Asked[], memberIds: readonly string[]): Promise<Found[]> {
  const asked = all.filter(({ targetKind }) => targetKind !== "quiz");
  if (asked.length === 0) return [];
  const rows = await tx.recall.findMany({
    where: { contentId: { in: targetsOf(asked) }, memberId: { in: [...memberIds] } },
    select: { contentId: true, memberId: true, occasion: true, businessDate: true },
  });
  return rows.flatMap(({ contentId, memberId, occasion, businessDate }) =>
    asked
      .filter(({ targetId, targetKind, setOn }) => {
        return targetId === contentId && (targetKind === "lesson" || occasion >= setOn.slice(0, 4));
      })
      .map(({ id }) => ({ id, memberId, on: businessDate })),
  );
}

/** Attempts that were handed in, or closed by the clock, with at least one answer. */
async function handedIn(tx: Tx, all: readonly Asked[], memberIds: readonly string[]): Promise<Found[]> {
  const asked = all.filter(({ targetKind }) => targetKind === "quiz");
  if (asked.length === 0) return [];
  const rows = await tx.attempt.findMany({
    where: {
      ...{ quizId: { in: targetsOf(asked) }, memberId: { in: [...memberIds] }, state: "closed" },
      receipt: { is: { answered: { gt: 0 } } },
    },
    select: { quizId: true, memberId: true, closedAt: true },
  });
  return rows.flatMap(({ quizId, memberId, closedAt }) =>
    closedAt === null
      ? []
      : asked
          .filter(({ targetId }) => targetId === quizId)
          .map(({ id }) => ({ id, memberId, on: businessDateOf(closedAt) })),
  );
}

const targetsOf = (asked: readonly Asked[]): string[] => [...new Set(asked.map(({ targetId }) => targetId))];
