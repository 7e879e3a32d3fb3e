import { apiRoute } from "@/features/access/gates/api";
import { getActor } from "@/features/access/queries";
import { findOpened } from "@/features/contests/queries/find-archive";
import { findReleased, getStandings, listOwnEntries } from "@/features/contests/queries/find-released";
import { contestPageOf } from "@/features/contests/view";
import { getTimeFactor, listStandings } from "@/features/quizzes/queries";
import { AppError } from "@/lib/errors";
import { jsonReply } from "@/lib/problem";

export const GET = apiRoute<{ id: string }>({
  permission: "contest.read",
  handle: async ({ own, now, params: { id } }) => {
    const contest = await findReleased(id);
    if (!contest) throw new AppError("not-found", "没有这场竞赛。");
    const [everybody, viewer, opened, entries, standings, timeFactor] = await Promise.all([
      getStandings(contest),
      getActor(own.memberId, now),
      findOpened(contest),
      listOwnEntries(own),
      listStandings(own),
      getTimeFactor(own),
    ]);
    return jsonReply(contestPageOf({ contest, everybody, viewer, opened, entries, standings, timeFactor, now }));
  },
});
