import { z } from "zod";

/** A word of the address: one that is not among the words counts as not given. */
const word = <const Words extends readonly [string, ...string[]]>(...words: Words) => z.enum(["", ...words]).catch("");

/** The search and the filters of the register, as they stand in the address; anything odd counts as not given. */
export const organisationFilterSchema = z.object({
  q: z.string().trim().max(60).catch(""),
  kind: word("enterprise", "social"),
  stationId: z.string().max(64).catch(""),
  /** Without it, the open ones. */
  state: word("closed", "all"),
  branch: word("with", "without"),
  page: z.coerce.number().int().min(1).max(9_999).catch(1),
});
export type OrganisationFilter = z.infer<typeof organisationFilterSchema>;

const facts = {
  kind: z.enum(["enterprise", "social"], "请选择类型"),
  name: z.string().trim().min(1, "请输入组织名称").max(120, "名称太长"),
  shortCode: z.string().trim().min(1, "请输入组织短码").max(40),
  creditCode: z.string().trim().max(60).default(""),
  stationId: z.string().min(1, "请选择工作站").max(64),
};

export const addOrganisationSchema = z.object(facts);

/** As the person who edits has read it. */
const read = { id: z.string().min(1).max(64), version: z.coerce.number().int().min(0) };

export const editOrganisationSchema = z.object({ ...read, ...facts });

export const setOrganisationStateSchema = z.object({ ...read, state: z.enum(["active", "closed"]) });
