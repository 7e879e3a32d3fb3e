import { apiRoute } from "@/features/access/gates/api";
import { getActor } from "@/features/access/queries";
import { findQuarterSums } from "@/features/points/queries";
import { findOwnEntry, getStandings, isSeason } from "@/features/seasons/queries";
import { seasonView } from "@/features/seasons/view";
import { AppError } from "@/lib/errors";
import { jsonReply } from "@/lib/problem";

export const GET = apiRoute<{ quarter: string }>({
  permission: "season.read",
  handle: async ({ own, now, params: { quarter } }) => {
    if (!isSeason(quarter, now)) throw new AppError("not-found", "没有这一季。");
    const [season, viewer, entry, sums] = await Promise.all([
      getStandings(quarter, now),
      getActor(own.memberId, now),
      findOwnEntry(own, quarter),
      findQuarterSums(own, quarter),
    ]);
    return jsonReply(seasonView({ season, viewer, entry, sums }));
  },
});
