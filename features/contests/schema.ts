import { z } from "zod";
import { ATTEMPTS, LIMIT_MINUTES } from "@/domain/contests/release";
import type { ApiOperation, ApiParameter } from "@/lib/openapi";
import { DIFFICULTIES, PERIODS, QUESTION_ORIGINS, QUESTION_TYPES } from "@/domain/quizzes/types";

// ---- What the committee draws up ---------------------------------------------------------------------------------

const whole = (least: number, most: number) =>
  z.coerce.number("填整数").int("填整数").min(least, `最少${least}`).max(most, `最多${most}`);

/** As a `datetime-local` input gives it: a minute of Shanghai. */
const minute = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "请选择日期和时间")
  .refine((text) => !Number.isNaN(Date.parse(`${text}:00+08:00`)), "没有这个时间");

/** An empty choice asks for nothing. */
const part = z.strictObject({
  count: whole(1, 100),
  points: whole(1, 100),
  topic: z.string().max(60),
  period: z.union([z.enum(PERIODS), z.literal("")]),
  type: z.union([z.enum(QUESTION_TYPES), z.literal("")]),
  difficulty: z.union([z.enum(DIFFICULTIES), z.literal("")]),
  origin: z.union([z.enum(QUESTION_ORIGINS), z.literal("")]),
});

const planSchema = z.strictObject({
  title: z.string().trim().min(2, "最少2个字").max(30, "最多30个字"),
  summary: z.string().trim().max(80, "最多80个字"),
  opens: minute,
  closes: minute,
  limitMinutes: whole(LIMIT_MINUTES.least, LIMIT_MINUTES.most),
  maxAttempts: whole(ATTEMPTS.least, ATTEMPTS.most),
  hasPractice: z.boolean(),
  parts: z.array(part).min(1, "最少一行").max(20, "最多20行"),
});
export type ContestPlan = z.output<typeof planSchema>;

const contestId = z.string().min(1).max(64);
const version = z.int().min(0);

export const saveContestSchema = planSchema.extend({
  /** Empty for a new one. */
  contestId: z.string().max(64),
  /** As it was read; 0 for a new one. */
  version,
});

/** Every step names the version that was looked at. */
export const contestStepSchema = z.strictObject({ contestId, version });

export const returnContestSchema = z.strictObject({
  contestId,
  version,
  note: z.string().trim().min(2, "写明为什么退回，至少两个字").max(300, "最多300个字"),
});

// ---- /api/v1/contests --------------------------------------------------------------------------------------------

export const joinContestSchema = z.strictObject({
  showName: z.boolean().default(false).describe("公布全名: show the full name outside one's own branch."),
});

const instant = z.iso.datetime();
const hundredths = z.int().describe("Hundredths of points.");

const ownSchema = z.strictObject({
  registered: z.boolean(),
  showName: z.boolean(),
  attempts: z.int(),
  attemptsLeft: z.int(),
  openAttemptId: z.string().nullable(),
  latestAttemptId: z.string().nullable().describe("The latest closed attempt."),
  bestScore: hundredths.nullable(),
});

const contestSchema = z.strictObject({
  id: z.string().describe("Also the id of the quiz that `POST /attempts` starts."),
  title: z.string(),
  summary: z.string(),
  phase: z.enum(["upcoming", "open", "counting", "ended"]).describe("`counting`: over, and without results yet."),
  opensAt: instant,
  closesAt: instant,
  limitSeconds: z.int().describe("With the person's own time factor."),
  questions: z.int(),
  maxScore: hundredths,
  maxAttempts: z.int(),
  practiceId: z.string().nullable().describe("The quiz of the practice round while it is open."),
  own: ownSchema,
});
export type ContestItem = z.output<typeof contestSchema>;

const resultsSchema = z.strictObject({
  own: z
    .strictObject({ place: z.int(), score: hundredths, shared: z.boolean() })
    .nullable()
    .describe("Shown to nobody else; null without taking part."),
  top: z
    .array(z.strictObject({ place: z.int(), score: hundredths, name: z.string(), own: z.boolean(), tied: z.boolean() }))
    .describe("Names outside one's own branch are masked unless shown by choice."),
  leftOut: z.string().nullable(),
  branches: z.array(
    z.strictObject({
      ...{ place: z.int(), name: z.string(), people: z.int(), own: z.boolean() },
      average: hundredths.describe("Of the best scores, rounded down."),
    }),
  ),
});
export type ContestResults = z.output<typeof resultsSchema>;

const contestPageSchema = contestSchema.extend({
  serverTime: instant,
  people: z.int().describe("How many are registered."),
  handedIn: z.int().describe("How many of them have handed in."),
  seal: z.string().describe("SHA-256 that fixes every paper beforehand."),
  rules: z.array(z.string()),
  seed: z.string().nullable().describe("Told with the results: it opens the seal."),
  archive: z
    .strictObject({ edition: z.int(), digest: z.string() })
    .nullable()
    .describe("The newest edition of the export, and its SHA-256."),
  results: resultsSchema.nullable().describe("null before they are worked out."),
});
export type ContestPage = z.output<typeof contestPageSchema>;

const entrySchema = z.strictObject({ contestId: z.string(), registered: z.boolean(), showName: z.boolean() });

const id: ApiParameter = { name: "id", in: "path", description: "The contest" };

export const CONTEST_OPERATIONS: readonly ApiOperation[] = [
  {
    id: "listContests",
    method: "get",
    path: "/contests",
    summary: "Released contests, the latest opening first, with what the person did so far",
    replies: {
      200: {
        description: "The contests",
        schema: z.strictObject({ serverTime: instant, contests: z.array(contestSchema) }),
      },
    },
  },
  {
    id: "readContest",
    method: "get",
    path: "/contests/{id}",
    summary: "A contest: numbers of people while it runs; afterwards the own place, the top of the list, the branches",
    parameters: [id],
    replies: { 200: { description: "The contest as this person may see it", schema: contestPageSchema } },
    problems: ["not-found"],
  },
  {
    id: "joinContest",
    method: "put",
    path: "/contests/{id}/entry",
    summary: "Registers, or changes whether the full name is shown",
    parameters: [id],
    body: joinContestSchema,
    replies: { 200: { description: "The person's entry", schema: entrySchema } },
    problems: ["not-found", "conflict"],
  },
  {
    id: "leaveContest",
    method: "delete",
    path: "/contests/{id}/entry",
    summary: "Leaves; takes effect at once",
    parameters: [id],
    replies: { 200: { description: "No entry is left", schema: entrySchema } },
    problems: ["not-found"],
  },
];
