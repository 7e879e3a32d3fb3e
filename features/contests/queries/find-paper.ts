import { drawnFor, paperFrom } from "@/domain/contests/papers";
import type { StoredPaper } from "@/domain/quizzes/types";
import { getVersions } from "@/features/questions/queries";
import { sha256Hex } from "@/lib/crypto";
import { selectRows } from "@/lib/db/prepared";
import { remembered } from "@/lib/remembered";
import { findContest, getSeed, listPool } from "./find-contest";

/** What papers of a released contest are drawn from; it never changes. */
function sourceOf(contestId: string) {
  return remembered(`contests.source.${contestId}`, async () => {
    const [contest, seed, pool] = await Promise.all([findContest(contestId), getSeed(contestId), listPool(contestId)]);
    if (contest === null) throw new Error(`No contest ${contestId}`);
    return { seed, pool, blueprint: contest.blueprint };
  });
}

/** Draws a paper of a released contest: the same whenever it is drawn. */
export async function drawContestPaper(of: {
  contestId: string;
  pseudonym: string;
  number: number;
}): Promise<StoredPaper> {
  const { contestId, pseudonym, number } = of;
  const drawn = drawnFor({ ...(await sourceOf(contestId)), pseudonym, number }, sha256Hex);
  if (drawn === null) throw new Error(`The pool of contest ${contestId} cannot fill a paper`);
  return paperFrom(drawn, await getVersions(drawn.versionIds));
}

/** The paper of a registered person's attempt: the first was drawn beforehand. Null for who is not registered. */
export async function findContestPaper(of: {
  contestId: string;
  memberId: string;
  number: number;
}): Promise<StoredPaper | null> {
  const { contestId, memberId, number } = of;
  const [entry] = await selectRows<{ pseudonym: string; paper: string }>(
    "SELECT pseudonym, paper FROM contest_entry WHERE contest_id = ? AND member_id = ? AND left_at IS NULL",
    [contestId, memberId],
  );
  if (!entry) return null;
  if (number === 1) return JSON.parse(entry.paper) as StoredPaper;
  return drawContestPaper({ contestId, pseudonym: entry.pseudonym, number });
}
