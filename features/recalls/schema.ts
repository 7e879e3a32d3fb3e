import { z } from "zod";
import type { ApiOperation } from "@/lib/openapi";

const contentId = z
  .string()
  .min(1)
  .max(200)
  .describe("`daily/<MM-DD>` or `lessons/<course>/<nn-slug>`, as in the address of the page.");

const value = z
  .union([z.string(), z.boolean(), z.array(z.string()), z.record(z.string(), z.string())])
  .describe("As in the attempt protocol, with the option keys of the question.");

export const answerRecallSchema = z.strictObject({
  contentId,
  answers: z.record(z.string().max(200), value.nullable()).describe("Question id → answer, one for every question."),
});

const texts = z.array(z.strictObject({ key: z.string(), text: z.string() }));
const asked = { id: z.string(), stem: z.string() };
const question = z.discriminatedUnion("type", [
  z.strictObject({ ...asked, type: z.enum(["single", "multiple", "ordering"]), options: texts }),
  z.strictObject({ ...asked, type: z.literal("true-false") }),
  z.strictObject({ ...asked, type: z.literal("fill"), blanks: z.int() }),
  z.strictObject({ ...asked, type: z.literal("matching"), left: texts, right: texts }),
]);

const result = z.strictObject({
  question,
  value,
  right: value,
  accepted: z.array(z.array(z.string())).nullable(),
  isRight: z.boolean(),
  explanation: z.string(),
  passage: z.string(),
  anchor: z.string(),
});

const recallOutcomeSchema = z.strictObject({
  contentId,
  date: z.string().describe("Day of the answer in Asia/Shanghai."),
  rightCount: z.int(),
  total: z.int(),
  results: z.array(result),
  pointsAwarded: z.int(),
  because: z.string().nullable().describe("Chinese; why it brought less than it is worth."),
  assignedPoints: z.int().nullable().describe("Points for what the person's branch had set; null when it had not."),
});

const recallStateSchema = z.strictObject({
  memberId: z.string(),
  contentId,
  questions: z.array(question).describe("As they stand now, without anything that tells the answer."),
  outcome: recallOutcomeSchema.nullable().describe("Set when the person has answered them on this occasion."),
});

export const RECALL_OPERATIONS: readonly ApiOperation[] = [
  {
    id: "readRecall",
    method: "get",
    path: "/recalls",
    summary: "The recall questions of an entry or lesson, and how the person answered them",
    parameters: [{ name: "contentId", in: "query", description: "Of the entry or lesson", required: true }],
    replies: { 200: { description: "The questions and, once answered, the outcome", schema: recallStateSchema } },
    problems: ["not-found", "invalid"],
  },
  {
    id: "answerRecall",
    method: "post",
    path: "/recalls",
    summary: "Answers all recall questions of an entry or lesson; a repeat gets the first outcome",
    body: answerRecallSchema,
    replies: { 200: { description: "What was right, why, and the points", schema: recallOutcomeSchema } },
    problems: ["not-found"],
  },
];
