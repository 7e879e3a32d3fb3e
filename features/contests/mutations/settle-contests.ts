import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { contestScore } from "@/domain/points/award";
import { tableFor } from "@/domain/points/table";
import { acceptsUntil, percentOf } from "@/domain/quizzes/timing";
import { notify } from "@/features/notices/mutations";
import { awardPoints } from "@/features/points/mutations/award-points";
import { db, inTransaction, type Tx } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { listBests, type Best } from "../queries/list-bests";
import { listCorrected } from "../queries/list-corrected";
import { makeEdition } from "./make-edition";

type Due = { readonly id: string; readonly title: string };

/** Contests whose window and grace are over, whose attempts are all closed, and that have no results yet. */
async function listDue(now: Date): Promise<Due[]> {
  const rows = await db().contest.findMany({
    where: { state: "released", settledAt: null, quiz: { attempts: { none: { state: "open" } } } },
    select: { id: true, quiz: { select: { title: true, closesAt: true } } },
  });
  return rows.flatMap(({ id, quiz }) => {
    const until = acceptsUntil(quiz.closesAt);
    return until !== null && until < now ? [{ id, title: quiz.title }] : [];
  });
}

/**
 * Works out the results of contests that are over, and works them out anew where a question was declared void since:
 * everybody who is registered gets the points of the best score, under the day on which it was reached, and a word; then
 * the export is written. Each person in a transaction of their own; safe to repeat and to run in two processes at once.
 * From the first time on results are shown and local questions are free for other papers.
 */
export async function settleContests(now: Date): Promise<number> {
  const due = [...(await listDue(now)), ...(await listCorrected())];
  for (const contest of due) {
    for (const best of await listBests(contest.id)) await pay(contest, best, now);
    await makeEdition(contest.id, now);
  }
  if (due.length > 0) forgetRemembered();
  return due.length;
}

/** Points of a best score, by the table of the quarter in which it was reached. */
function worthOf({ score, maxScore, closedAt }: Best): number {
  return contestScore(tableFor(quarterOf(businessDateOf(closedAt))), percentOf(score, maxScore));
}

async function pay({ id, title }: Due, best: Best, now: Date): Promise<void> {
  const { memberId, closedAt } = best;
  await inTransaction(async (tx) => {
    const before = await paidFor(tx, memberId, id);
    const worth = worthOf(best);
    if (before === 0) {
      await awardPoints(tx, { memberId, reason: "contest-score", source: id, value: worth, now: closedAt });
    } else if (worth > before) {
      // Named after what it brings the score to, so that it is entered once.
      const source = `contest-score:${id}:${String(worth)}`;
      await awardPoints(tx, { memberId, reason: "correction", source, value: worth - before, now: closedAt });
    }
    const points = worth > 0 ? `，成绩记${String(worth)}分积分` : "";
    const text = `知识竞赛“${title}”有结果了${points}。`;
    await notify(tx, { memberId, key: `contest-result:${id}`, text, href: `/contests/${id}`, now });
  });
}

/** What the score of a contest has brought so far. */
async function paidFor(tx: Tx, memberId: string, contestId: string): Promise<number> {
  const { _sum } = await tx.pointsEntry.aggregate({
    where: {
      memberId,
      OR: [
        { reason: "contest-score", source: contestId },
        { reason: "correction", source: { startsWith: `contest-score:${contestId}:` } },
      ],
    },
    _sum: { value: true },
  });
  return _sum.value ?? 0;
}
