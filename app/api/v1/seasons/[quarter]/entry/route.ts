import { isQuarter } from "@/domain/calendar/shanghai";
import { apiRoute } from "@/features/access/gates/api";
import { reviewCertificates } from "@/features/certificates/mutations/review-certificates";
import { joinSeason } from "@/features/seasons/mutations/join-season";
import { leaveSeason } from "@/features/seasons/mutations/leave-season";
import { joinSeasonSchema } from "@/features/seasons/schema";
import { AppError } from "@/lib/errors";
import { jsonReply } from "@/lib/problem";

type Params = { quarter: string };

function refuseOther(quarter: string): void {
  if (!isQuarter(quarter)) throw new AppError("not-found", "没有这一季。");
}

export const PUT = apiRoute<Params, typeof joinSeasonSchema>({
  permission: "season.join",
  body: joinSeasonSchema,
  handle: async ({ own, now, params: { quarter }, body: { showName } }) => {
    refuseOther(quarter);
    await joinSeason({ own, quarter, showName, now });
    return jsonReply({ quarter, joined: true, showName });
  },
});

export const DELETE = apiRoute<Params>({
  permission: "season.join",
  handle: async ({ own, now, params: { quarter } }) => {
    refuseOther(quarter);
    await leaveSeason({ own, quarter });
    await reviewCertificates(own, now);
    return jsonReply({ quarter, joined: false, showName: false });
  },
});
