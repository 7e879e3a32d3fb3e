import { z } from "zod";
import type { ApiOperation, ApiParameter } from "@/lib/openapi";

export const joinSeasonSchema = z.strictObject({
  showName: z.boolean().default(false).describe("公布全名: show the full name outside one's own branch."),
});

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
