import { notify } from "@/features/notices/mutations";
import type { Tx } from "@/lib/db";
import type { Contest } from "../queries/find-contest";

type Step = { readonly version: number; readonly actorId: string; readonly now: Date };

/** A word to everybody who wrote on a contest, except to whoever acts. */
export async function tellWriters(tx: Tx, contest: Contest, word: string, { version, actorId, now }: Step) {
  for (const memberId of contest.writers.filter((writer) => writer !== actorId)) {
    const key = `contest:${contest.id}:${String(version)}`;
    await notify(tx, { memberId, key, text: `知识竞赛“${contest.title}”${word}。`, now });
  }
}
