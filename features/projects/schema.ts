import { z } from "zod";
import { CLAIM_STATES, CLAIMANT_KINDS, STATION_ACTS } from "@/domain/projects/claims";
import { CONSENT_BY, CONSENT_HOW, CONTACT_KINDS } from "@/domain/projects/consent";
import { CATEGORIES, DAYS_CHOICES, PROJECT_KINDS } from "@/domain/projects/types";
import type { ApiOperation, ApiParameter } from "@/lib/openapi";
import { LINK_DAYS } from "./constants";

const id = z.string().min(1).max(64);
const version = z.coerce.number().int().min(0);

const line = (words: string, least: number, most: number) =>
  z.string({ error: words }).trim().min(least, words).max(most, `最多${most}个字`);
const spare = (most: number) => z.string().trim().max(most, `最多${most}个字`).default("");

/** What everybody will read. */
const textFields = {
  kind: z.enum(PROJECT_KINDS, "请选择类型"),
  category: z.enum(CATEGORIES, "请选择类别"),
  title: line("请用一句话写明要办什么，至少4个字", 4, 30),
  need: line("请写明需要什么、什么时候要，至少5个字", 5, 500),
  conditions: spare(200),
  days: z.coerce
    .number("请选择多少天办好")
    .refine((days) => DAYS_CHOICES.some((offered) => offered === days), "请选择多少天办好"),
};

const areaField = { area: line("请填写村或社区，至少2个字", 2, 20) };

/** What the approved claimant alone will read, and who agreed to that. */
const contactFields = {
  isUnder14: z.enum(["yes", "no"], "请选择是不是未满14岁"),
  contactKind: z.enum(CONTACT_KINDS, "请选择联系谁"),
  contactName: spare(30),
  contactAddress: spare(100),
  contactPhone: spare(30),
  consentBy: z.enum(CONSENT_BY, "请选择谁同意的"),
  consentOn: z.string().trim().max(10, "请填写哪一天同意的").default(""),
  consentHow: z.enum(CONSENT_HOW, "请选择怎样同意的"),
};

const submissionKey = z.string().min(20).max(60);

export const proposeProjectSchema = z.object({
  stationId: z.string({ error: "请选择工作站" }).min(1, "请选择工作站").max(64),
  submissionKey,
  ...areaField,
  ...textFields,
  ...contactFields,
});

export const editProjectSchema = z.object({ projectId: id, version, ...areaField, ...textFields });
export const replaceContactSchema = z.object({ projectId: id, version, ...contactFields });

/** Named with the version that was looked at. `seen`: the warnings of the text were read. */
export const passProjectSchema = z.object({
  projectId: id,
  version,
  seen: z.literal("on").or(z.literal("")).default(""),
});

export const turnDownProjectSchema = z.object({
  projectId: id,
  version,
  /** 退回修改 or 撤回. */
  step: z.enum(["return", "withdraw"]),
  reason: line("请写明为什么，至少两个字", 2, 200),
});

export const issueProjectLinkSchema = z.object({
  stationId: z.string({ error: "请选择工作站" }).min(1, "请选择工作站").max(64),
  ...areaField,
  days: z.coerce
    .number()
    .refine((days) => LINK_DAYS.some((offered) => offered === days), "请选择有效期")
    .default(90),
});

export const revokeProjectLinkSchema = z.object({ linkId: id });

export const proposeByLinkSchema = z.object({
  token: z.string().min(8).max(40),
  submissionKey,
  ...textFields,
  ...contactFields,
  consent: z.literal("on", "请先确认已经得到同意"),
});

const asTyped = z.string().max(2_000).catch("").default("");

/** The same as it comes from a form, with or without script: faults are told beside their fields by `proposeByLinkSchema`. */
export const typedProposalSchema = z.preprocess(
  (form) => (form instanceof FormData ? Object.fromEntries(form) : form),
  z.object({
    ...{ token: asTyped, submissionKey: asTyped, consent: asTyped },
    ...{ kind: asTyped, category: asTyped, title: asTyped, need: asTyped, conditions: asTyped, days: asTyped },
    ...{ isUnder14: asTyped, contactKind: asTyped, contactName: asTyped, contactAddress: asTyped },
    ...{ contactPhone: asTyped, consentBy: asTyped, consentOn: asTyped, consentHow: asTyped },
  }),
);

/** The list of the station's console. */
export const deskFilterSchema = z.object({
  show: z.enum(["waiting", "claims", "open", "returned", "confirmed", "withdrawn", "all"]).catch("waiting"),
  kind: z.enum(PROJECT_KINDS).or(z.literal("")).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DeskFilter = z.output<typeof deskFilterSchema>;

/** The board that everybody reads. */
export const boardFilterSchema = z.object({
  kind: z.enum(PROJECT_KINDS).or(z.literal("")).catch(""),
  area: z.string().max(20).catch(""),
  category: z.enum(CATEGORIES).or(z.literal("")).catch(""),
  state: z.enum(["open", "taken", "confirmed"]).or(z.literal("")).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type BoardFilter = z.output<typeof boardFilterSchema>;

/** What the station says to a claim. The confirmation may thank; the others may say why, and those that end it must. */
export const decideClaimSchema = z
  .object({ claimId: id, act: z.enum(STATION_ACTS), words: spare(200) })
  .refine(({ act, words }) => act === "approve" || act === "confirm" || words.length > 1, {
    path: ["words"],
    error: "请写明为什么，至少两个字",
  });

export const claimProjectSchema = z
  .strictObject({
    as: z.enum(CLAIMANT_KINDS).default("member").describe("In whose name: the own, a branch's or an organisation's."),
    placeId: z.string().max(64).default("").describe("Id of that branch or organisation."),
  })
  .refine(({ as, placeId }) => as === "member" || placeId !== "", { path: ["placeId"], error: "请选择支部或单位" });

export const noteSchema = z.strictObject({
  noteKey: z.string().min(8).max(64).describe("Made by the client: the same note sent again is one note."),
  text: line("请写几个字，说说办到哪一步", 2, 300),
});

export const completionSchema = z.strictObject({ text: line("请写几个字，说说办成了什么", 2, 300) });

const claimSchema = z.strictObject({
  ...{ id: z.string(), projectId: z.string(), title: z.string(), kind: z.enum(PROJECT_KINDS), area: z.string() },
  station: z.string(),
  as: z.enum(CLAIMANT_KINDS),
  claimant: z.string().describe("Name of the branch or organisation; 我自己 in the own name."),
  state: z.enum(CLAIM_STATES),
  label: z.string(),
  next: z.string().describe("A Chinese sentence: what happens next."),
  ahead: z.int().describe("While waiting: how many come before."),
  dueOn: z.string().nullable().describe("Last day, in Asia/Shanghai; a progress note may move it."),
  notes: z.array(z.strictObject({ text: z.string(), at: z.string() })),
  completion: z.string(),
  reason: z.string(),
  thanks: z.string(),
  pointsAwarded: z.int(),
});
export type ClaimReply = z.output<typeof claimSchema>;

const contactSchema = z.strictObject({
  kind: z.enum(CONTACT_KINDS).describe("`station`: get in touch with the station; the other members are empty."),
  ...{ station: z.string(), name: z.string(), address: z.string(), phone: z.string() },
});

const projectParameter: ApiParameter = { name: "id", in: "path", description: "Id of the project" };
const claimParameter: ApiParameter = { name: "id", in: "path", description: "Id of the claim" };
const claimReply = { 200: { description: "The claim as it stands now", schema: claimSchema } };

export const PROJECT_OPERATIONS: readonly ApiOperation[] = [
  {
    ...{ id: "claimProject", method: "post", path: "/projects/{id}/claims", parameters: [projectParameter] },
    summary: "Claims a project, or gets into its waiting list; a repeat finds the claim of the first time",
    body: claimProjectSchema,
    replies: { 201: { description: "A new claim", schema: claimSchema }, ...claimReply },
    problems: ["not-found", "conflict"],
  },
  {
    ...{ id: "readOwnClaims", method: "get", path: "/me/claims" },
    summary: "The claims of the person and of the places they speak for, with the next step of each",
    replies: { 200: { description: "What is alive first", schema: z.strictObject({ claims: z.array(claimSchema) }) } },
  },
  {
    ...{ id: "withdrawClaim", method: "delete", path: "/claims/{id}", parameters: [claimParameter] },
    summary: "Gives the project back; the next in the waiting list comes in",
    replies: claimReply,
    problems: ["not-found", "conflict"],
  },
  {
    ...{ id: "noteOnClaim", method: "post", path: "/claims/{id}/notes", parameters: [claimParameter] },
    summary: "A progress note; it may move the last day",
    body: noteSchema,
    replies: claimReply,
    problems: ["not-found", "conflict"],
  },
  {
    ...{ id: "completeClaim", method: "put", path: "/claims/{id}/completion", parameters: [claimParameter] },
    summary: "Says that it is done; the station confirms",
    body: completionSchema,
    replies: claimReply,
    problems: ["not-found", "conflict"],
  },
  {
    ...{ id: "lookAtContact", method: "post", path: "/claims/{id}/contact", parameters: [claimParameter] },
    summary: "The contact, for the approved claimant only; each look is logged",
    replies: { 200: { description: "Whom to get in touch with", schema: contactSchema } },
    problems: ["not-found", "conflict"],
  },
];
