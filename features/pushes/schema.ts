import { z } from "zod";
import { PUSH_HOURS } from "@/domain/pushes/hour";

/** An hour, or `off`. */
export const setPushHourSchema = z.object({
  branchId: z.string().min(1).max(64),
  at: z.enum(["off", ...PUSH_HOURS], "请选择一个时间"),
});
