import { PSEUDONYM_BYTES } from "@/domain/contests/pseudonym";
import { apiRoute } from "@/features/access/gates/api";
import { reviewCertificates } from "@/features/certificates/mutations/review-certificates";
import { joinContest, leaveContest } from "@/features/contests/mutations/join-contest";
import { joinContestSchema } from "@/features/contests/schema";
import { jsonReply } from "@/lib/problem";
import { newBytes } from "@/lib/randomness";

type Params = { id: string };

export const PUT = apiRoute<Params, typeof joinContestSchema>({
  permission: "contest.join",
  body: joinContestSchema,
  handle: async ({ own, now, params: { id: contestId }, body: { showName } }) => {
    await joinContest({ own, contestId, showName, bytes: newBytes(PSEUDONYM_BYTES), now });
    return jsonReply({ contestId, registered: true, showName });
  },
});

export const DELETE = apiRoute<Params>({
  permission: "contest.join",
  handle: async ({ own, now, params: { id: contestId } }) => {
    await leaveContest({ own, contestId, now });
    await reviewCertificates(own, now);
    return jsonReply({ contestId, registered: false, showName: false });
  },
});
