import { z } from "zod";
import { STANDINGS } from "@/domain/people/standing";
import { CODE_DAYS } from "./constants";

const id = z.string().min(1).max(64);

export const issueJoinCodeSchema = z.object({
  branchId: id,
  days: z.coerce
    .number()
    .refine((days) => CODE_DAYS.some((offered) => offered === days), "请选择有效期")
    .default(30),
});

/** The secret is made by the page that shows the form, so that a form sent twice is one application. */
export const applySchema = z.object({
  token: z.string().min(8).max(40),
  secret: z.string().min(40).max(60),
  name: z.string().trim().min(1, "请填写姓名").max(60, "最多60个字"),
  login: z.string().trim().min(1, "请填写手机号或工号").max(60, "最多60个字"),
  consent: z.literal("on", "请先阅读并同意上面的说明"),
});

const asTyped = z.string().max(200).catch("").default("");

/** The same as it comes from a form, with or without script: every fault is told beside its field by `applySchema`. */
export const typedApplicationSchema = z.preprocess(
  (form) => (form instanceof FormData ? Object.fromEntries(form) : form),
  z.object({ token: asTyped, secret: asTyped, name: asTyped, login: asTyped, consent: asTyped }),
);

export const secretSchema = z.object({ secret: z.string().min(40).max(60) });

export const acceptApplicationSchema = z.object({
  applicationId: id,
  branchId: id,
  /** Only asked for when the person is new. */
  standing: z.enum(STANDINGS, "请选择身份").or(z.literal("")).default(""),
  organisationId: z.string().max(64).default(""),
});

export const refuseApplicationSchema = z.object({
  applicationId: id,
  branchId: id,
  reason: z.string({ error: "请写明为什么" }).trim().min(2, "请写明为什么，至少两个字").max(200, "最多200个字"),
});
