import { apiRoute } from "@/features/access/gates/api";
import { getTimeFactor, listOfferedQuizzes, listStandings } from "@/features/quizzes/queries";
import { quizListOf } from "@/features/quizzes/view";
import { jsonReply } from "@/lib/problem";

export const GET = apiRoute({
  permission: "quiz.take",
  handle: async ({ own, now }) => {
    const [quizzes, standings, timeFactor] = await Promise.all([
      listOfferedQuizzes(),
      listStandings(own),
      getTimeFactor(own),
    ]);
    return jsonReply(quizListOf({ quizzes, standings, timeFactor, now }));
  },
});
