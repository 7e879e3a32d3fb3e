import { apiRoute } from "@/features/access/gates/api";
import { readReview } from "@/features/attempts/mutations/read-attempt";
import { jsonReply } from "@/lib/problem";

export const GET = apiRoute<{ id: string }>({
  permission: "quiz.take",
  handle: async ({ own, params, now }) =>
    jsonReply(await readReview({ memberId: own.memberId, attemptId: params.id }, now)),
});
