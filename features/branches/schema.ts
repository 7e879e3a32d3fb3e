import { z } from "zod";

/** A word of the address: one that is not among the words counts as not given. */
const word = <const Words extends readonly [string, ...string[]]>(...words: Words) => z.enum(["", ...words]).catch("");

/** The search and the filters of the list of branches, as they stand in the address. */
export const branchFilterSchema = z.object({
  q: z.string().trim().max(60).catch(""),
  kind: word("hosted", "joint"),
  stationId: z.string().max(64).catch(""),
  /** Without it, the open ones. */
  state: word("waiting", "closed", "all"),
  page: z.coerce.number().int().min(1).max(9_999).catch(1),
});
export type BranchFilter = z.infer<typeof branchFilterSchema>;

const facts = {
  name: z.string().trim().min(1, "请输入支部名称").max(120, "名称太长"),
  /** Empty for a joint branch. */
  hostOrganisationId: z.string().max(64).default(""),
  /** Of a joint branch. */
  stationId: z.string().max(64).default(""),
};

type Facts = { hostOrganisationId: string; stationId: string };
const isPlaced = ({ hostOrganisationId, stationId }: Facts) => hostOrganisationId !== "" || stationId !== "";
const UNPLACED = { path: ["stationId"], error: "联合组建的支部要选一个工作站" };

export const addBranchSchema = z.object(facts).refine(isPlaced, UNPLACED);

/** As the person who edits has read it. */
const read = { id: z.string().min(1).max(64), version: z.coerce.number().int().min(0) };

export const editBranchSchema = z.object({ ...read, ...facts }).refine(isPlaced, UNPLACED);

export const setBranchStateSchema = z.object({ ...read, state: z.enum(["active", "closed"]) });
