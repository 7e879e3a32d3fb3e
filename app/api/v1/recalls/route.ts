import { faceOf } from "@/domain/quizzes/face";
import { apiRoute } from "@/features/access/gates/api";
import { answerRecall } from "@/features/recalls/mutations/answer-recall";
import { findOutcome, findRecallContent, listAsked } from "@/features/recalls/queries";
import { answerRecallSchema } from "@/features/recalls/schema";
import { recallQuestion } from "@/features/recalls/view";
import { AppError } from "@/lib/errors";
import { jsonReply } from "@/lib/problem";

export const GET = apiRoute({
  permission: "recall.answer",
  handle: async ({ own, now, request }) => {
    const contentId = request.nextUrl.searchParams.get("contentId");
    if (!contentId) {
      const errors = [{ field: "contentId", code: "missing", detail: "要写明是哪一篇。" }];
      throw new AppError("invalid", undefined, { errors });
    }
    const content = await findRecallContent(contentId);
    if (content === null) throw new AppError("not-found", "这一条不在了，可能已经撤下。");
    const [asked, outcome] = await Promise.all([listAsked(content), findOutcome(own, content, now)]);
    const questions = asked.map((version) => recallQuestion(version.questionId, faceOf(version)));
    return jsonReply({ memberId: own.memberId, contentId, questions, outcome });
  },
});

export const POST = apiRoute({
  permission: "recall.answer",
  body: answerRecallSchema,
  handle: async ({ own, now, body }) => jsonReply(await answerRecall({ own, now, ...body })),
});
