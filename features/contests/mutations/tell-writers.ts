import { businessDateOf } from "@/domain/calendar/shanghai";
import { listCommittee } from "@/features/access/queries";
import { notify, notifyEach } from "@/features/notices/mutations";
import type { Tx } from "@/lib/db";
import type { Contest } from "../queries/find-contest";

type Step = { readonly version: number; readonly actorId: string; readonly now: Date };

/** A word to everybody who wrote on a contest, except to whoever acts. */
export async function tellWriters(tx: Tx, contest: Contest, word: string, { version, actorId, now }: Step) {
  for (const memberId of contest.writers.filter((writer) => writer !== actorId)) {
    const key = `contest:${contest.id}:${String(version)}`;
    const text = `知识竞赛“${contest.title}”${word}。`;
    await notify(tx, { memberId, key, text, href: `/committee/contests/${contest.id}`, now });
  }
}

/** A word to the committee of the zone that a contest waits for a second look; those who wrote on it may not take it. */
export async function tellReviewers(tx: Tx, { id, title, writers }: Contest, { version, actorId, now }: Step) {
  const committee = await listCommittee(tx, null, businessDateOf(now));
  const others = committee.filter((memberId) => memberId !== actorId && !writers.includes(memberId));
  await notifyEach(tx, others, {
    key: `contest:${id}:submitted:${String(version)}`,
    ...{ text: `知识竞赛“${title}”等你复核发布。`, href: `/committee/contests/${id}`, now },
  });
}
