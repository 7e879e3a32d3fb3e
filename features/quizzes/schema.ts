import { z } from "zod";
import { REVIEW_OPENINGS } from "@/domain/quizzes/timing";
import { DIFFICULTIES, PERIODS, QUESTION_TYPES } from "@/domain/quizzes/types";
import type { ApiOperation } from "@/lib/openapi";

// ---- content/quizzes/*.yaml --------------------------------------------------------------------------------------

const blueprintPartSchema = z.strictObject({
  count: z.int().min(1).max(100),
  points: z.int().min(1).max(100),
  topic: z.string().optional(),
  period: z.enum(PERIODS).optional(),
  type: z.enum(QUESTION_TYPES).optional(),
  difficulty: z.enum(DIFFICULTIES).optional(),
});

/** One standing practice quiz as its author writes it. */
export const practiceQuizSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(2).max(30),
  summary: z.string().min(4).max(80),
  /** The first day, a plain date of Shanghai. */
  opens: z.iso.date(),
  limitMinutes: z.int().min(1).max(180).optional(),
  maxAttempts: z.int().min(1).max(100).optional(),
  passPercent: z.int().min(0).max(100),
  reviewOpens: z.enum(REVIEW_OPENINGS),
  parts: z.array(blueprintPartSchema).min(1),
});
export type PracticeQuiz = z.output<typeof practiceQuizSchema>;

// ---- GET /api/v1/quizzes -----------------------------------------------------------------------------------------

const instant = z.iso.datetime();

const quizSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(["practice", "assigned", "load"]),
  opensAt: instant,
  closesAt: instant.nullable(),
  limitSeconds: z.int().nullable().describe("The limit with the person's own time factor; null is without limit."),
  questions: z.int(),
  maxScore: z.int().describe("Hundredths of points."),
  maxAttempts: z.int().nullable().describe("null is without limit."),
  passPercent: z.int(),
  reviewOpens: z.enum(REVIEW_OPENINGS),
  notice: z.string().nullable().describe("Why no paper can be had just now, for people; null when one can."),
  own: z.strictObject({
    attempts: z.int(),
    attemptsLeft: z.int().nullable(),
    openAttemptId: z.string().nullable(),
    latestAttemptId: z.string().nullable().describe("The latest closed attempt."),
    bestScore: z.int().nullable().describe("Hundredths of points; null while no attempt is closed."),
    bestMaxScore: z.int().nullable(),
    passed: z.boolean(),
  }),
});

export const quizListSchema = z.strictObject({
  serverTime: instant,
  open: z.array(quizSchema),
  upcoming: z.array(quizSchema),
  past: z.array(quizSchema),
});
export type QuizItem = z.output<typeof quizSchema>;
export type QuizList = z.output<typeof quizListSchema>;

export const QUIZ_OPERATIONS: readonly ApiOperation[] = [
  {
    id: "listQuizzes",
    method: "get",
    path: "/quizzes",
    summary: "Open, upcoming and past quizzes that the person may take, with what they did so far",
    replies: { 200: { description: "The quizzes, by the time they open", schema: quizListSchema } },
  },
];
