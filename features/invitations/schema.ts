import { z } from "zod";

export const acceptInvitationSchema = z.object({
  token: z.string().min(20).max(100),
  password: z.string().max(200),
  again: z.string().max(200),
  consent: z.literal("on", "请先阅读并同意上面的说明"),
});

/** The same without a password: the outside identity will be the proof. */
export const acceptByOidcSchema = acceptInvitationSchema.pick({ token: true, consent: true });

export const memberIdSchema = z.object({ memberId: z.string().min(1).max(64) });
