import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { contestScore } from "@/domain/points/award";
import { tableFor } from "@/domain/points/table";
import { acceptsUntil, percentOf } from "@/domain/quizzes/timing";
import { notify } from "@/features/notices/mutations";
import { awardPoints } from "@/features/points/mutations/award-points";
import { db, inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { listBests, type Best } from "../queries/list-bests";

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
 * Works out the results of contests that are over: everybody who is registered gets the points of the best score, under
 * the day on which it was reached, and a word. Each person in a transaction of their own; safe to repeat and to run in two
 * processes at once. From then on results are shown and local questions are free for other papers.
 */
export async function settleContests(now: Date): Promise<number> {
  const due = await listDue(now);
  for (const contest of due) {
    for (const best of await listBests(contest.id)) await pay(contest, best, now);
    await db().contest.updateMany({ where: { id: contest.id, settledAt: null }, data: { settledAt: now } });
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
    const award = { memberId, reason: "contest-score", source: id, value: worthOf(best), now: closedAt } as const;
    const { value } = await awardPoints(tx, award);
    const points = value > 0 ? `，成绩记${String(value)}分积分` : "";
    await notify(tx, { memberId, key: `contest-result:${id}`, text: `知识竞赛“${title}”有结果了${points}。`, now });
  });
}
