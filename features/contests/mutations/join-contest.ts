import { pseudonymFrom } from "@/domain/contests/pseudonym";
import { db, isUniqueViolation } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { forgetRemembered } from "@/lib/remembered";
import { findReleased, standingsName, type Released } from "../queries/find-released";
import { drawContestPaper } from "../queries/find-paper";

type Joining = {
  readonly own: { readonly memberId: string };
  readonly contestId: string;
  readonly showName: boolean;
  /** Of the pseudonym, when it is the first time. */
  readonly bytes: Uint8Array;
  readonly now: Date;
};

/** A contest that members may know of. Throws `not-found`. */
async function mustBeReleased(contestId: string): Promise<Released> {
  const contest = await findReleased(contestId);
  if (!contest) throw new AppError("not-found", "没有这场竞赛。");
  return contest;
}

/**
 * Registers a person with the first paper drawn, or changes whether the full name is shown. Who had left is registered
 * again under the same pseudonym, and so with the same papers. Safe to repeat and to do twice at once. Throws `not-found`,
 * and `conflict` once the window is over.
 */
export async function joinContest({ own, contestId, showName, bytes, now }: Joining): Promise<void> {
  const { closesAt } = await mustBeReleased(contestId);
  if (now >= closesAt) throw new AppError("conflict", "这场竞赛已经结束，不能再报名。");
  const { memberId } = own;
  if (!(await change({ contestId, memberId, showName }))) {
    const pseudonym = pseudonymFrom(bytes);
    const paper = JSON.stringify(await drawContestPaper({ contestId, pseudonym, number: 1 }));
    const entry = { contestId, memberId, pseudonym, joinedAt: now, showName, paper };
    await db()
      .contestEntry.create({ data: entry, select: { memberId: true } })
      .catch(async (error: unknown) => {
        if (!isUniqueViolation(error) || !(await change({ contestId, memberId, showName }))) throw error;
      });
  }
  forgetRemembered(standingsName(contestId));
}

async function change({ showName, ...entry }: { contestId: string; memberId: string; showName: boolean }) {
  const { count } = await db().contestEntry.updateMany({ where: entry, data: { showName, leftAt: null } });
  return count === 1;
}

/**
 * Takes a person out of a contest at once. What was answered stays the person's own; before the end it counts in no list,
 * afterwards the place stands without a name. Safe to repeat, also for somebody who never registered.
 */
export async function leaveContest(leaving: Pick<Joining, "own" | "contestId" | "now">): Promise<void> {
  const { own, contestId, now } = leaving;
  await mustBeReleased(contestId);
  const entry = { contestId, memberId: own.memberId, leftAt: null };
  await db().contestEntry.updateMany({ where: entry, data: { leftAt: now, showName: false } });
  forgetRemembered(standingsName(contestId));
}
