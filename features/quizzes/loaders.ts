import "server-only";
import { gateMember } from "@/features/access/gates/page";
import { now } from "@/lib/clock";
import { getTimeFactor, listOfferedQuizzes, listStandings } from "./queries";
import type { QuizList } from "./schema";
import { quizListOf } from "./view";

/** What the person may take, with what they did so far. */
export async function loadQuizzes(): Promise<QuizList> {
  const { own } = await gateMember("/quizzes");
  const [quizzes, standings, timeFactor] = await Promise.all([
    listOfferedQuizzes(),
    listStandings(own),
    getTimeFactor(own),
  ]);
  return quizListOf({ quizzes, standings, timeFactor, now: now() });
}
