import { z } from "zod";
import { POST as start } from "@/app/api/v1/attempts/route";
import { GET as read } from "@/app/api/v1/attempts/[id]/route";
import { PUT as save } from "@/app/api/v1/attempts/[id]/answers/route";
import { GET as review } from "@/app/api/v1/attempts/[id]/review/route";
import { POST as submit } from "@/app/api/v1/attempts/[id]/submission/route";
import type { PublicPaper } from "@/domain/quizzes/types";
import type { Outcome, ReviewReply, Saved } from "@/features/attempts/schema";
import { callRoute, type Reply } from "./api-calls";
import { expectConforms } from "./conformance";

const problemSchema = z.looseObject({ code: z.string(), detail: z.string() });
type Problem = z.output<typeof problemSchema>;

/** A reply that was checked against the OpenAPI document. */
type Checked<Body> = Reply & { readonly body: Body };

async function checked<Body>(operationId: string, reply: Reply): Promise<Checked<Body>> {
  await expectConforms(operationId, reply.status, reply.body);
  return reply as Checked<Body>;
}

/** The refusal in a reply. */
export const problemOf = (reply: Reply): Problem => problemSchema.parse(reply.body);

/** The attempt protocol as one signed-in browser speaks it; every reply is checked for conformance. */
export function browserOf(cookie: string | undefined) {
  const who = cookie === undefined ? {} : { cookie };
  return {
    start: async (quizId: string) =>
      checked<PublicPaper>(
        "startAttempt",
        await callRoute(start, { ...who, method: "POST", path: "/attempts", body: { quizId } }, {}),
      ),
    read: async (id: string) =>
      checked<PublicPaper>("readAttempt", await callRoute(read, { ...who, path: `/attempts/${id}` }, { id })),
    save: async (id: string, body: unknown) =>
      checked<Saved>(
        "saveAnswers",
        await callRoute(save, { ...who, method: "PUT", path: `/attempts/${id}/answers`, body }, { id }),
      ),
    submit: async (id: string, body: unknown = {}) =>
      checked<Outcome>(
        "submitAttempt",
        await callRoute(submit, { ...who, method: "POST", path: `/attempts/${id}/submission`, body }, { id }),
      ),
    review: async (id: string) =>
      checked<ReviewReply>("readReview", await callRoute(review, { ...who, path: `/attempts/${id}/review` }, { id })),
  };
}
export type Browser = ReturnType<typeof browserOf>;
