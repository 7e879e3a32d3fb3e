import { apiRoute } from "@/features/access/gates/api";
import { listOwnEntries, listReleased } from "@/features/contests/queries/find-released";
import { contestItemOf } from "@/features/contests/view";
import { getTimeFactor, listStandings } from "@/features/quizzes/queries";
import { jsonReply } from "@/lib/problem";

export const GET = apiRoute({
  permission: "contest.read",
  handle: async ({ own, now }) => {
    const [released, entries, standings, timeFactor] = await Promise.all([
      listReleased(),
      listOwnEntries(own),
      listStandings(own),
      getTimeFactor(own),
    ]);
    const contests = released.map((contest) => contestItemOf(contest, { entries, standings, timeFactor }, now));
    return jsonReply({ serverTime: now.toISOString(), contests });
  },
});
