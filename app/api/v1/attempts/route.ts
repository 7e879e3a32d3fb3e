import { apiRoute } from "@/features/access/gates/api";
import { paperFor } from "@/features/attempts/mutations/read-attempt";
import { startAttempt } from "@/features/attempts/mutations/start-attempt";
import { startAttemptSchema } from "@/features/attempts/schema";
import { jsonReply } from "@/lib/problem";
import { newSeed } from "@/lib/randomness";

export const POST = apiRoute({
  permission: "quiz.take",
  body: startAttemptSchema,
  handle: async ({ own, body, now }) => {
    const { attempt, isNew } = await startAttempt({ ...body, memberId: own.memberId, seed: newSeed(), now });
    return jsonReply(await paperFor(attempt, now), isNew ? 201 : 200);
  },
});
