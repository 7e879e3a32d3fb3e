import { QUESTION_TYPES, type PublicPaper, type QuestionType } from "@/domain/quizzes/types";
import { startAttempt } from "@/features/attempts/mutations/start-attempt";
import { paperFor } from "@/features/attempts/mutations/read-attempt";
import { db } from "@/lib/db";
import { newId } from "@/lib/randomness";
import type { Person } from "./world";

/** Quizzes and attempts of a journey's own, over questions of the library. */
type QuizChoice = {
  /** Types of its questions, one question each; default: every type once. */
  types?: readonly QuestionType[];
  /** These questions and no others. */
  questionIds?: readonly string[];
  limitSeconds?: number;
  reviewOpens?: "at-submission" | "never";
  title?: string;
};

export async function makeQuiz({
  types = QUESTION_TYPES,
  questionIds = [],
  ...choice
}: QuizChoice = {}): Promise<string> {
  const now = new Date();
  const fixedList: string[] = [...questionIds];
  for (const type of questionIds.length > 0 ? [] : types) {
    const where = { type, state: "active", versionId: { not: null }, id: { notIn: fixedList } };
    fixedList.push((await db().question.findFirstOrThrow({ where, orderBy: { id: "asc" }, select: { id: true } })).id);
  }
  const id = newId(now);
  await db().quiz.create({
    data: {
      id,
      key: `journey-${id}`,
      title: choice.title ?? "示例测验",
      kind: "assigned",
      opensAt: new Date(now.getTime() - 60_000),
      closesAt: new Date(now.getTime() + 7 * 86_400_000),
      limitSeconds: choice.limitSeconds ?? null,
      maxAttempts: null,
      passPercent: 60,
      reviewOpens: choice.reviewOpens ?? "at-submission",
      fixedList: JSON.stringify(fixedList),
      state: "released",
    },
  });
  return id;
}

/** A person's attempt at a quiz, begun now; the seed gives the order of questions and options. */
export async function beginAttempt({ memberId }: Person, quizId: string, seed = "journey"): Promise<PublicPaper> {
  const { attempt } = await startAttempt({ memberId, quizId, seed, now: new Date() });
  return paperFor(attempt, new Date());
}

/** What the server has saved of an attempt, by question id. */
export async function savedAnswers(attemptId: string): Promise<Record<string, unknown>> {
  const { draft } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { draft: true } });
  const entries = Object.entries(JSON.parse(draft) as Record<string, { value: unknown }>);
  return Object.fromEntries(entries.map(([id, { value }]) => [id, value]));
}
