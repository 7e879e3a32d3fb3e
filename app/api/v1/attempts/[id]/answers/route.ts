import { apiRoute } from "@/features/access/gates/api";
import { saveAnswers } from "@/features/attempts/mutations/save-answers";
import { saveAnswersSchema } from "@/features/attempts/schema";
import { jsonReply } from "@/lib/problem";

export const PUT = apiRoute<{ id: string }, typeof saveAnswersSchema>({
  permission: "quiz.take",
  body: saveAnswersSchema,
  handle: async ({ own, params, body, now }) =>
    jsonReply(await saveAnswers({ memberId: own.memberId, attemptId: params.id }, body, now)),
});
