import { z } from "zod";
import { REASONS } from "@/domain/points/table";
import { ROLES } from "@/domain/access/types";
import { STANDINGS } from "@/domain/people/standing";
import type { ApiOperation } from "@/lib/openapi";
import { MAX_PAGE_SIZE, PAGE_SIZE } from "./constants";

export const pageSchema = z.object({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(PAGE_SIZE),
});

const line = z.strictObject({
  id: z.string(),
  date: z.string().describe("Business day in Asia/Shanghai."),
  quarter: z.string(),
  reason: z.enum(REASONS),
  reasonName: z.string(),
  rule: z.string().describe("The rule it was counted by, in Chinese."),
  source: z.string(),
  value: z.int(),
  quarterSum: z.int().describe("Points of the quarter up to and including this line."),
  note: z.string().nullable(),
  reversesId: z.string().nullable(),
});

const ownPointsSchema = z.strictObject({
  entries: z.array(line),
  nextCursor: z.string().nullable(),
});

const role = z.strictObject({
  id: z.string(),
  role: z.enum(ROLES),
  roleName: z.string(),
  scopeKind: z.enum(["zone", "station", "organisation", "branch"]),
  scopeId: z.string(),
  scopeName: z.string(),
});

const meSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  standing: z.enum(STANDINGS),
  branch: z.string().nullable(),
  organisation: z.string().nullable(),
  roles: z.array(role).describe("Roles in force today, each with its scope."),
  today: z.strictObject({
    date: z.string().describe("Business day in Asia/Shanghai."),
    quarter: z.string(),
    points: z.int().describe("Points of today; nothing is lost by a day without any."),
    entry: z
      .strictObject({ contentId: z.string(), title: z.string(), mourning: z.boolean(), done: z.boolean() })
      .nullable()
      .describe("Today's entry; null on a day without one."),
  }),
});

export const POINTS_OPERATIONS: readonly ApiOperation[] = [
  {
    id: "readMe",
    method: "get",
    path: "/me",
    summary: "The signed-in person, the roles in force and today",
    replies: { 200: { description: "The person", schema: meSchema } },
  },
  {
    id: "listOwnPoints",
    method: "get",
    path: "/me/points",
    summary: "The person's own ledger, newest first",
    parameters: [
      { name: "cursor", in: "query", description: "`nextCursor` of the page before" },
      { name: "limit", in: "query", description: "Lines on a page", schema: pageSchema.shape.limit },
    ],
    replies: { 200: { description: "A page of the ledger", schema: ownPointsSchema } },
    problems: ["invalid"],
  },
];
