import { apiRoute } from "@/features/access/gates/api";
import { submitAttempt } from "@/features/attempts/mutations/submit-attempt";
import { submitAttemptSchema } from "@/features/attempts/schema";
import { jsonReply } from "@/lib/problem";

export const POST = apiRoute<{ id: string }, typeof submitAttemptSchema>({
  permission: "quiz.take",
  body: submitAttemptSchema,
  handle: async ({ own, params, body, now }) =>
    jsonReply(await submitAttempt({ memberId: own.memberId, attemptId: params.id }, body, now)),
});
