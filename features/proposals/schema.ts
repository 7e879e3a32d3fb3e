import { z } from "zod";
import { DIFFICULTIES, PERIODS, QUESTION_TYPES } from "@/domain/quizzes/types";

/**
 * A draft may be incomplete; it may not be endless. What a released question must be is said by `draftFaults` in view.ts.
 */
const line = (high: number) => z.string().max(high, `最多${high}个字`);
const list = <Item extends z.ZodType>(item: Item, high: number) => z.array(item).max(high, `最多${high}项`);

const LONG = 600;
const SHORT = 160;

export const draftSchema = z.strictObject({
  type: z.enum(QUESTION_TYPES),
  stem: line(LONG),
  options: list(z.strictObject({ text: line(SHORT), right: z.boolean() }), 6),
  answer: z.enum(["true", "false", ""]),
  blanks: list(line(SHORT), 4),
  items: list(line(SHORT), 6),
  pairs: list(z.strictObject({ left: line(SHORT), right: line(SHORT) }), 5),
  explanation: line(LONG),
  topic: line(60),
  period: z.union([z.enum(PERIODS), z.literal("")]),
  difficulty: z.union([z.enum(DIFFICULTIES), z.literal("")]),
  anchor: line(120),
  passage: line(1000),
  sources: list(z.strictObject({ title: line(SHORT), publisher: line(60), url: line(500) }), 4),
});

const proposalId = z.string().min(1).max(64);
const version = z.int().min(0);

export const saveProposalSchema = z.strictObject({
  /** Empty for a new one. */
  proposalId: z.string().max(64),
  /** As it was read; 0 for a new one. */
  version,
  /** Of a new one that corrects a question; empty otherwise. */
  questionId: z.string().max(120),
  content: draftSchema,
});

/** Submitting, releasing and taking back name the version that was looked at. */
export const proposalStepSchema = z.strictObject({ proposalId, version });

export const returnProposalSchema = z.strictObject({
  proposalId,
  version,
  note: z.string().trim().min(2, "写明为什么退回，至少两个字").max(300, "最多300个字"),
});

export const retireQuestionSchema = z.strictObject({
  questionId: z.string().min(1).max(120),
  reason: z.string().trim().min(2, "写明为什么停用，至少两个字").max(300, "最多300个字"),
});

export const settleUpstreamSchema = z.strictObject({
  questionId: z.string().min(1).max(120),
  /** The file version that was looked at. */
  upstreamId: z.string().min(1).max(64),
  choice: z.enum(["file", "ours"]),
});

const none = (value: unknown): unknown => (typeof value === "string" ? value : "");

/** What of the bank is shown. */
export const bankFilterSchema = z.object({
  q: z.preprocess(none, z.string().trim().max(60).catch("")),
  origin: z.preprocess(none, z.enum(["", "file", "local"]).catch("")),
  state: z.preprocess(none, z.enum(["", "active", "retired", "void", "waits"]).catch("")),
  type: z.preprocess(none, z.union([z.literal(""), z.enum(QUESTION_TYPES)]).catch("")),
  topic: z.preprocess(none, z.string().max(60).catch("")),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type BankFilter = z.output<typeof bankFilterSchema>;
