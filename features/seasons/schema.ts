import { z } from "zod";
import { isQuarter } from "@/domain/calendar/shanghai";
import type { ApiOperation, ApiParameter } from "@/lib/openapi";

export const joinSeasonSchema = z.strictObject({
  showName: z.boolean().default(false).describe("公布全名: show the full name outside one's own branch."),
});

const MOST_POINTS = 300;

/** 异议 while the result stands for objection. */
export const objectToSeasonSchema = z.object({
  quarter: z.string().refine(isQuarter, "没有这一季"),
  about: z.enum(["points", "place"], { error: "请选是哪一样不对" }),
  text: z.string().trim().min(5, "请写明哪里不对、为什么，至少五个字").max(500, "最多500个字，现在太长了"),
});
export type ObjectToSeasonInput = z.infer<typeof objectToSeasonSchema>;

/** The committee's answer; `points` is empty where nothing is corrected. */
export const answerSeasonObjectionSchema = z.object({
  objectionId: z.string().min(1).max(64),
  answer: z.string().trim().min(2, "请写答复，至少两个字").max(500, "最多500个字，现在太长了"),
  memberId: z.string().min(1).max(64),
  points: z
    .string()
    .trim()
    .regex(/^(?:[+-]?\d{1,3})?$/u, "请写整数，比如3或-2")
    .transform((text) => (text === "" || Number(text) === 0 ? null : Number(text)))
    .refine((points) => points === null || Math.abs(points) <= MOST_POINTS, `一次最多更正${MOST_POINTS}分`),
});
export type AnswerSeasonObjectionInput = z.infer<typeof answerSeasonObjectionSchema>;

const objectionSchema = z
  .strictObject({
    from: z.string(),
    until: z.string(),
    settlesOn: z.string(),
    isKnown: z.boolean().describe("False while the days off of that year are not announced."),
    stage: z.enum(["before", "taking", "over"]),
    open: z.int(),
    answered: z.int(),
    corrected: z.int(),
  })
  .nullable()
  .describe("公示: when objections are taken and how many there were; null while the quarter lasts.");

const boardLine = z.strictObject({
  place: z.int(),
  name: z.string(),
  people: z.int(),
  sum: z.int(),
  averageHundredths: z.int().describe("Points per head in hundredths, rounded down."),
  own: z.boolean(),
});

const seasonSchema = z.strictObject({
  quarter: z.string(),
  label: z.string(),
  state: z.enum(["open", "ended", "closed"]).describe("`ended`: over and not settled yet; `closed`: settled."),
  endsOn: z.string().describe("Last day, in Asia/Shanghai."),
  joined: z.boolean(),
  showName: z.boolean(),
  people: z.int().describe("How many joined."),
  own: z
    .strictObject({
      place: z.int(),
      points: z.int(),
      shared: z.boolean().describe("Somebody else has the same points."),
      split: z.array(z.strictObject({ reason: z.string(), name: z.string(), points: z.int() })),
    })
    .nullable()
    .describe("The person's own place, shown to nobody else; null without joining."),
  top: z
    .array(z.strictObject({ place: z.int(), points: z.int(), name: z.string(), own: z.boolean(), tied: z.boolean() }))
    .describe("Of those who joined; names outside one's own branch are masked unless shown by choice."),
  leftOut: z.string().nullable(),
  boards: z.strictObject({ branches: z.array(boardLine), organisations: z.array(boardLine) }),
  rules: z.array(z.string()),
  objection: objectionSchema,
  digest: z.string().nullable().describe("SHA-256 of the archive once the quarter is settled."),
});

const seasonEntrySchema = z.strictObject({ quarter: z.string(), joined: z.boolean(), showName: z.boolean() });

const quarter: ApiParameter = { name: "quarter", in: "path", description: "Such as 2026Q4" };

export const SEASON_OPERATIONS: readonly ApiOperation[] = [
  {
    id: "readSeason",
    method: "get",
    path: "/seasons/{quarter}",
    summary: "A quarter's race: the own place, the top of the list, the boards",
    parameters: [quarter],
    replies: { 200: { description: "The race as this person may see it", schema: seasonSchema } },
    problems: ["not-found"],
  },
  {
    id: "joinSeason",
    method: "put",
    path: "/seasons/{quarter}/entry",
    summary: "Joins the present quarter's race, or changes whether the full name is shown",
    parameters: [quarter],
    body: joinSeasonSchema,
    replies: { 200: { description: "The person's entry", schema: seasonEntrySchema } },
    problems: ["not-found", "conflict"],
  },
  {
    id: "leaveSeason",
    method: "delete",
    path: "/seasons/{quarter}/entry",
    summary: "Leaves a quarter's race; takes effect at once",
    parameters: [quarter],
    replies: { 200: { description: "No entry is left", schema: seasonEntrySchema } },
    problems: ["not-found"],
  },
];
