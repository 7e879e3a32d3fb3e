import { z } from "zod";
import { PERSONAL_CHANNELS } from "@/domain/pushes/channels";

export const turnChannelSchema = z.object({
  channel: z.enum(PERSONAL_CHANNELS),
  to: z.enum(["on", "off"]),
});

export const requestEmailSchema = z.object({
  address: z
    .string("请填邮箱")
    .trim()
    .toLowerCase()
    .max(254, "邮箱太长")
    .pipe(z.email("邮箱的写法不对，应该像name@example.org")),
});

export const confirmEmailSchema = z.object({
  code: z.string("请填确认码").trim().min(1, "请填确认码").max(40, "确认码是八位"),
});
