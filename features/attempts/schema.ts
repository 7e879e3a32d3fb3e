import { z } from "zod";
import { receiptSchema } from "@/features/receipts/schema";
import type { ApiOperation } from "@/lib/openapi";

// ---- What clients send -------------------------------------------------------------------------------------------

/** The shape of a value; whether it fits its question is asked of the stored paper (domain/quizzes/answers). */
const answerValue = z
  .union([z.string(), z.boolean(), z.array(z.string()), z.record(z.string(), z.string())])
  .describe("By type of question: an option id, true or false, a list of ids or texts, pairs of ids.");

const revision = z.int().min(0).describe("Raised by the client above the highest it has seen.");
const answers = z.record(z.string(), answerValue.nullable()).describe("Question id → value; null clears the answer.");

export const startAttemptSchema = z.strictObject({ quizId: z.string().min(1).max(64) });

export const saveAnswersSchema = z.strictObject({ revision, answers });

export const submitAttemptSchema = z
  .strictObject({ revision: revision.optional(), answers: answers.optional() })
  .refine((body) => body.revision !== undefined || Object.keys(body.answers ?? {}).length === 0, {
    path: ["revision"],
    error: "随交卷送来的答案要带上revision。",
  });

export type SubmitAttemptInput = z.output<typeof submitAttemptSchema>;

// ---- What the server answers -------------------------------------------------------------------------------------

const instant = z.iso.datetime();
const idAndText = z.strictObject({ id: z.string(), text: z.string() });
const asked = { id: z.string(), stem: z.string(), points: z.int() };

const publicQuestionSchema = z.discriminatedUnion("type", [
  z.strictObject({ ...asked, type: z.enum(["single", "multiple", "ordering"]), options: z.array(idAndText) }),
  z.strictObject({ ...asked, type: z.literal("true-false") }),
  z.strictObject({ ...asked, type: z.literal("fill"), blanks: z.int() }),
  z.strictObject({ ...asked, type: z.literal("matching"), left: z.array(idAndText), right: z.array(idAndText) }),
]);

const paperSchema = z.strictObject({
  attemptId: z.string(),
  quizId: z.string(),
  title: z.string(),
  serverTime: instant,
  startedAt: instant,
  deadline: instant.nullable(),
  state: z.enum(["open", "closed"]),
  revision: z.int(),
  questions: z.array(publicQuestionSchema),
  answers: z.record(z.string(), answerValue),
});

const savedSchema = z.strictObject({
  revision: z.int().describe("The highest revision that is stored."),
  savedAt: instant,
  ignored: z.array(z.string()).describe("Questions that keep a newer answer than the one sent."),
});
export type Saved = z.output<typeof savedSchema>;

const outcomeSchema = z.strictObject({
  receipt: receiptSchema,
  pointsAwarded: z.int(),
  reviewOpensAt: instant.nullable().describe("null: the quiz opens no review."),
});
/** What submission answers, and what `attempt-closed` carries. */
export type Outcome = z.output<typeof outcomeSchema>;

const reviewedQuestionSchema = z.strictObject({
  question: publicQuestionSchema,
  value: answerValue.nullable(),
  right: answerValue,
  accepted: z.array(z.array(z.string())).optional().describe("Every accepted way to fill each blank."),
  fraction: z.int().describe("0 to 100."),
  voided: z.boolean().describe("Everybody has the full marks of a void question."),
  explanation: z.string(),
  passage: z.string(),
  anchor: z.string().describe("Where the passage stands: `lessons/…#id` or `daily/…#id`."),
  sources: z.array(z.strictObject({ title: z.string(), publisher: z.string(), url: z.string() })),
});

const reviewSchema = z.strictObject({
  attemptId: z.string(),
  quizId: z.string(),
  title: z.string(),
  closedBy: z.enum(["submitted", "expired"]),
  passed: z.boolean(),
  passPercent: z.int(),
  ...outcomeSchema.shape,
  questions: z.array(reviewedQuestionSchema),
});
export type ReviewReply = z.output<typeof reviewSchema>;

// ---- The operations ----------------------------------------------------------------------------------------------

const attemptId = { name: "id", in: "path", description: "The attempt" } as const;
const closed = { code: "attempt-closed", members: outcomeSchema } as const;

export const ATTEMPT_OPERATIONS: readonly ApiOperation[] = [
  {
    id: "startAttempt",
    method: "post",
    path: "/attempts",
    summary: "Starts an attempt, or goes on with the open one; the paper is stored before it is shown",
    body: startAttemptSchema,
    replies: {
      200: { description: "The attempt that is open already", schema: paperSchema },
      201: { description: "A new attempt", schema: paperSchema },
    },
    problems: ["not-found", "quiz-not-open", "attempts-used-up"],
  },
  {
    id: "readAttempt",
    method: "get",
    path: "/attempts/{id}",
    summary: "The paper without keys and the saved answers",
    parameters: [attemptId],
    replies: { 200: { description: "The paper", schema: paperSchema } },
    problems: ["not-found"],
  },
  {
    id: "saveAnswers",
    method: "put",
    path: "/attempts/{id}/answers",
    summary: "Saves a patch of answers durably before it replies",
    parameters: [attemptId],
    body: saveAnswersSchema,
    replies: { 200: { description: "Saved", schema: savedSchema } },
    problems: ["not-found", closed],
  },
  {
    id: "submitAttempt",
    method: "post",
    path: "/attempts/{id}/submission",
    summary: "Closes and scores once; a repeat gets the same receipt",
    parameters: [attemptId],
    body: submitAttemptSchema,
    replies: { 200: { description: "The receipt", schema: outcomeSchema } },
    problems: ["not-found", closed],
  },
  {
    id: "readReview",
    method: "get",
    path: "/attempts/{id}/review",
    summary: "Right answers, explanations and sources, once the quiz allows",
    parameters: [attemptId],
    replies: { 200: { description: "The review", schema: reviewSchema } },
    problems: [
      "not-found",
      "conflict",
      { code: "forbidden", members: z.object({ reviewOpensAt: instant.nullable().optional() }) },
    ],
  },
];
