import { z } from "zod";

export const redeemCodeSchema = z.object({
  login: z.string().min(1, "请输入手机号或工号").max(60),
  code: z.string().min(1, "请输入一次性口令").max(40),
  next: z.string().max(200),
  again: z.string().max(200),
});

export const issueCodeSchema = z.object({ memberId: z.string().min(1).max(64) });
