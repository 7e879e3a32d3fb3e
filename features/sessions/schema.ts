import { z } from "zod";

export const changePasswordSchema = z.object({
  current: z.string().min(1, "请输入现在的密码").max(200),
  next: z.string().max(200),
  again: z.string().max(200),
});

export const chooseRoleSchema = z.object({ grantId: z.string().min(1).max(64) });
