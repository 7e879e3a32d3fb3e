import { z } from "zod";

export const acceptInvitationSchema = z.object({
  token: z.string().min(16).max(100),
  password: z.string().max(200),
  again: z.string().max(200),
  consent: z.literal("on", "请先阅读并同意上面的说明"),
});

/** The same without a password: the outside identity will be the proof. */
export const acceptByOidcSchema = acceptInvitationSchema.pick({ token: true, consent: true });

export const memberIdSchema = z.object({ memberId: z.string().min(1).max(64) });

/** What a bulk invitation is for; the fields of a plain form and of the address of its page. */
export const inviteeFilterSchema = z.object({
  stationId: z.string().max(64).catch("").default(""),
  organisationId: z.string().max(64).catch("").default(""),
  branchId: z.string().max(64).catch("").default(""),
  link: z.enum(["all", "without", "with"]).catch("all").default("all"),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type InviteeFilter = z.infer<typeof inviteeFilterSchema>;

export const issueInvitationsSchema = inviteeFilterSchema.extend({
  format: z.enum(["xlsx", "slips"], { error: "请选择表格或者打印" }),
});
